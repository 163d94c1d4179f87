package org.ringside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;
import org.ringside.tls.SelfSigned;

/** Commands that speak to a server whose authority is known to nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrustTest {
  private static final String ROSTER =
      "agent,name,team,site,from,to,aliases\n7,Ann,a,x,2026-01-01,,\n";

  @TempDir Path folder;
  private Path certificate;
  private Path roster;
  private TestServer server;
  private Shell shell;

  @BeforeAll
  void start(@TempDir Path files) throws IOException {
    certificate = files.resolve("fullchain.pem");
    Path key = files.resolve("privkey.pem");
    SelfSigned.make("private").write(certificate, key);
    roster = Files.writeString(files.resolve("roster.csv"), ROSTER);
    server =
        TestServer.start(
            TestDatabase.fresh(),
            Map.of(
                "RINGSIDE_TLS_CERTIFICATE", certificate.toString(),
                "RINGSIDE_TLS_KEY", key.toString()));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void openShell() {
    shell = Shell.of(folder);
    shell.environment.put("RINGSIDE_TOKEN", TestServer.TOKEN);
    shell.environment.put("RINGSIDE_TLS_CERTIFICATE", "as the server has it");
    shell.environment.put("RINGSIDE_PORT", String.valueOf(server.base().getPort()));
  }

  @Test
  void authority_of_the_option_is_trusted() {
    int status = shell.run("import", "roster", roster.toString(), "--ca", certificate.toString());
    assertThat(status).as(shell::err).isZero();
  }

  @Test
  void authority_of_the_environment_is_trusted() {
    shell.environment.put("RINGSIDE_CA", certificate.toString());
    assertThat(shell.run("import", "roster", roster.toString())).as(shell::err).isZero();
  }

  @Test
  void server_of_an_unknown_authority_is_given_up_at_once_and_says_how_to_trust_it() {
    assertThat(shell.run("import", "roster", roster.toString())).isNotZero();
    assertThat(shell.err()).contains("is not trusted", "--ca or RINGSIDE_CA");
    assertThat(shell.waits).isEmpty();
  }

  @Test
  void file_that_holds_no_certificate_is_refused() {
    int status = shell.run("import", "roster", roster.toString(), "--ca", roster.toString());
    assertThat(status).isNotZero();
    assertThat(shell.err()).contains("--ca: " + roster + " is no PEM file");
  }

  @Test
  void file_that_is_not_there_is_refused() {
    assertThat(shell.run("import", "roster", roster.toString(), "--ca", "/nowhere")).isNotZero();
    assertThat(shell.err()).contains("--ca: /nowhere cannot be read");
  }
}
