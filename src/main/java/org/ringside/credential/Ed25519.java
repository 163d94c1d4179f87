package org.ringside.credential;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Signatures by Ed25519 (RFC 8032), which the Java platform has; keys as bytes and back. */
public final class Ed25519 {
  static final int SIGNATURE_BYTES = 64;
  static final int PUBLIC_BYTES = 32;

  /** What stands before the 32 bytes in the X.509 form of a public key (RFC 8410, section 4). */
  private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  static KeyPair fresh() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw platform(e);
    }
  }

  /** The 32 bytes of RFC 8032. */
  static byte[] bytes(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, X509_HEAD.length, encoded.length);
  }

  /**
   * @throws IllegalArgumentException for bytes that are no public key
   */
  public static PublicKey publicKey(byte[] bytes) {
    var encoded = new ByteArrayOutputStream();
    encoded.writeBytes(X509_HEAD);
    encoded.writeBytes(bytes);
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException("These are not the bytes of a public key.", e);
    } catch (GeneralSecurityException e) {
      throw platform(e);
    }
  }

  /**
   * @param pkcs8 as {@link PrivateKey#getEncoded} gives it
   * @throws IllegalArgumentException for bytes that are no private key
   */
  static PrivateKey privateKey(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException("These are not the bytes of a private key."); // nor a hint
    } catch (GeneralSecurityException e) {
      throw platform(e);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw platform(e);
    }
  }

  /** False for anything that is not this key's signature of exactly this message. */
  public static boolean verify(PublicKey key, byte[] message, byte[] signed) {
    if (signed.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (SignatureException | InvalidKeyException notEvenOne) {
      return false;
    } catch (GeneralSecurityException e) {
      throw platform(e);
    }
  }

  private static IllegalStateException platform(GeneralSecurityException e) {
    return new IllegalStateException("every Java platform from 15 on has Ed25519", e);
  }
}
