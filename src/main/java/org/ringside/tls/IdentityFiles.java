package org.ringside.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The two files of an operator's certificate. Reading them blocks. */
record IdentityFiles(Path certificate, Path key) {
  private static final int MAX_BYTES = 1 << 20;
  private static final Pattern CERTIFICATE = block("CERTIFICATE");
  private static final Pattern KEY = block("PRIVATE KEY");

  /** By the name that Java has for a key: how to sign with it. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

  /** What reading came to. */
  sealed interface Reading {
    /** A certificate and the key that belongs to it. */
    record Fit(Identity identity) implements Reading {}

    /** One sentence that says which file, and what about it. */
    record Unfit(String sentence) implements Reading {}
  }

  /** A sentence on its way up. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    Fault(String sentence) {
      super(sentence);
    }
  }

  Reading read() {
    try {
      List<String> blocks = blocks(CERTIFICATE, text("RINGSIDE_TLS_CERTIFICATE", certificate));
      List<X509Certificate> chain = chain(blocks);
      String pem = only(blocks(KEY, text("RINGSIDE_TLS_KEY", key)));
      PublicKey open = chain.getFirst().getPublicKey();
      requireBelonging(privateKey(pem, open), open);
      return new Reading.Fit(new Identity(chain, String.join("\n", blocks), pem));
    } catch (Fault fault) {
      return new Reading.Unfit(String.valueOf(fault.getMessage()));
    }
  }

  private static String text(String knob, Path file) throws Fault {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new Fault("%s: %s is larger than any PEM file.".formatted(knob, file));
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new Fault("%s: there is no file %s.".formatted(knob, file));
    } catch (AccessDeniedException e) {
      throw new Fault("%s: this user may not read %s.".formatted(knob, file));
    } catch (IOException e) {
      throw new Fault("%s: %s cannot be read: %s.".formatted(knob, file, e.getMessage()));
    }
  }

  private List<X509Certificate> chain(List<String> blocks) throws Fault {
    var chain = new ArrayList<X509Certificate>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (String block : blocks) {
        var in = new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1));
        chain.add((X509Certificate) factory.generateCertificate(in));
      }
    } catch (GeneralSecurityException e) {
      throw new Fault(
          "RINGSIDE_TLS_CERTIFICATE: number %d in %s is no certificate."
              .formatted(chain.size() + 1, certificate));
    }
    if (chain.isEmpty()) {
      throw new Fault(
          "RINGSIDE_TLS_CERTIFICATE: expected a PEM file with -----BEGIN CERTIFICATE-----; %s is none."
              .formatted(certificate));
    }
    return List.copyOf(chain);
  }

  private String only(List<String> keys) throws Fault {
    if (keys.size() == 1) {
      return keys.getFirst();
    }
    throw new Fault(
        "RINGSIDE_TLS_KEY: expected a PEM file with one -----BEGIN PRIVATE KEY----- (PKCS#8, no passphrase); %s has %s. `openssl pkcs8 -topk8 -nodes -in old.pem -out new.pem` makes one of other kinds."
            .formatted(key, keys.isEmpty() ? "none" : keys.size()));
  }

  private PrivateKey privateKey(String pem, PublicKey open) throws Fault {
    if (!SIGNATURES.containsKey(open.getAlgorithm())) {
      throw new Fault(
          "RINGSIDE_TLS_CERTIFICATE: browsers take certificates of RSA and elliptic curve keys; %s is of %s."
              .formatted(certificate, open.getAlgorithm()));
    }
    try {
      String base64 = pem.replaceAll("-----[A-Z ]+-----", "");
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance(open.getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Fault(
          "RINGSIDE_TLS_KEY: what %s holds is no %s key, as the certificate in %s needs."
              .formatted(key, open.getAlgorithm(), certificate));
    }
  }

  private void requireBelonging(PrivateKey secret, PublicKey open) throws Fault {
    byte[] probe = "ringside".getBytes(StandardCharsets.US_ASCII);
    try {
      var signature = Signature.getInstance(SIGNATURES.get(open.getAlgorithm()));
      signature.initSign(secret);
      signature.update(probe);
      byte[] signed = signature.sign();
      signature.initVerify(open);
      signature.update(probe);
      if (signature.verify(signed)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new Fault("RINGSIDE_TLS_KEY: %s cannot sign: %s.".formatted(key, e.getMessage()));
    }
    throw new Fault(
        "RINGSIDE_TLS_KEY: %s does not belong to the first certificate in %s, which must be the server's own."
            .formatted(key, certificate));
  }

  private static Pattern block(String name) {
    return Pattern.compile("-----BEGIN " + name + "-----[^-]+-----END " + name + "-----");
  }

  private static List<String> blocks(Pattern block, String text) {
    return block.matcher(text).results().map(MatchResult::group).toList();
  }
}
