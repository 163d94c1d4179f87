package org.ringside.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.frame.CannotStart;
import org.ringside.frame.Knobs;
import org.ringside.tls.IdentityFiles.Reading;

/** What stops a start, and in which words. */
final class IdentityFilesTest {
  private static final SelfSigned OURS = SelfSigned.make("ours");
  private static final SelfSigned OTHER = SelfSigned.make("other");

  @TempDir Path folder;
  private Path certificate;
  private Path key;

  @BeforeEach
  void put() {
    certificate = folder.resolve("fullchain.pem");
    key = folder.resolve("privkey.pem");
    OURS.write(certificate, key);
  }

  private Reading read() {
    return new IdentityFiles(certificate, key).read();
  }

  private void assertUnfit(String... words) {
    assertThat(read())
        .isInstanceOfSatisfying(
            Reading.Unfit.class, unfit -> assertThat(unfit.sentence()).contains(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void pair_that_belongs_together_fits(String algorithm) {
    SelfSigned.make("fit", algorithm).write(certificate, key);
    assertThat(read()).isInstanceOf(Reading.Fit.class);
  }

  @Test
  void identity_of_a_chain_is_its_first_certificate_and_ends_with_the_earliest()
      throws IOException {
    SelfSigned signer = SelfSigned.make("signer", "EC", "-validity", "2");
    Files.writeString(
        certificate, "Bag Attributes: none\n" + OURS.certificatePem() + signer.certificatePem());
    assertThat(read())
        .isInstanceOfSatisfying(
            Reading.Fit.class,
            fit -> {
              assertThat(fit.identity().own()).isEqualTo(OURS.certificate());
              assertThat(fit.identity().ends())
                  .isEqualTo(signer.certificate().getNotAfter().toInstant());
            });
  }

  @Test
  void missing_file_is_named() throws IOException {
    Files.delete(key);
    assertUnfit("RINGSIDE_TLS_KEY: there is no file " + key);
    Files.delete(certificate);
    assertUnfit("RINGSIDE_TLS_CERTIFICATE: there is no file " + certificate);
  }

  @Test
  void folder_in_place_of_a_file_cannot_be_read() {
    key = folder;
    assertUnfit("RINGSIDE_TLS_KEY: " + folder + " cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n"})
  void text_without_a_certificate_is_refused(String text) throws IOException {
    Files.writeString(certificate, text);
    assertUnfit("-----BEGIN CERTIFICATE-----", certificate.toString());
  }

  @Test
  void second_certificate_that_is_none_is_counted() throws IOException {
    Files.writeString(
        certificate,
        OURS.certificatePem() + "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
    assertUnfit("number 2 in " + certificate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
  void key_of_another_kind_is_told_how_to_become_ours(String kind) throws IOException {
    Files.writeString(key, OURS.keyPem().replace("PRIVATE KEY", kind));
    assertUnfit("PKCS#8", "none", "openssl pkcs8 -topk8 -nodes");
  }

  @Test
  void key_that_is_broken_is_refused_without_being_shown() throws IOException {
    Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nMIGHAgEA\n-----END PRIVATE KEY-----\n");
    assertUnfit("is no EC key");
    assertThat(read().toString()).doesNotContain("MIGHAgEA");
  }

  @Test
  void key_of_another_certificate_is_refused() throws IOException {
    Files.writeString(key, OTHER.keyPem());
    assertUnfit("does not belong to the first certificate");
  }

  @Test
  void certificate_that_no_browser_takes_is_refused() {
    SelfSigned.make("edwards", "Ed25519").write(certificate, key);
    assertUnfit("RSA and elliptic curve", "EdDSA");
  }

  @Test
  void identity_shows_its_end_and_never_its_key() {
    String shown = read().toString();
    assertThat(shown).contains("CN=ours").doesNotContain("PRIVATE KEY");
  }

  @Test
  void identity_is_valid_between_its_begin_and_its_end() {
    var fit = (Reading.Fit) read();
    Instant ends = OURS.certificate().getNotAfter().toInstant();
    assertThat(fit.identity().isValid(ends)).isTrue();
    assertThat(fit.identity().isValid(ends.plusSeconds(1))).isFalse();
    assertThat(fit.identity().isValid(Instant.EPOCH)).isFalse();
  }

  @Test
  void one_knob_without_the_other_cannot_start() {
    Knobs half =
        Knobs.orCannotStart(
            Map.of("RINGSIDE_TLS_CERTIFICATE", certificate.toString()), TlsKnobs.ALL);
    assertThatThrownBy(() -> Tls.open(half, Instant.EPOCH))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("set both, or none");
  }

  @Test
  void certificate_that_has_ended_still_starts() {
    var environment =
        Map.of(
            "RINGSIDE_TLS_CERTIFICATE", certificate.toString(), "RINGSIDE_TLS_KEY", key.toString());
    Instant late = OURS.certificate().getNotAfter().toInstant().plusSeconds(1);
    assertThat(Tls.open(Knobs.orCannotStart(environment, TlsKnobs.ALL), late).isOn()).isTrue();
  }
}
