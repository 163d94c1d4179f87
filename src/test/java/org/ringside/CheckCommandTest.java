package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.db.DataFolder;
import org.ringside.db.PgServer;
import org.ringside.db.TestDatabase;
import org.ringside.frame.CannotStart;

/** {@code ringside check} on a data folder with its embedded database. */
@Timeout(240)
class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void folder_is_checked_beside_its_server_and_at_rest_and_an_older_schema_is_told_apart()
      throws IOException {
    assertThatThrownBy(this::check)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("There is no database in");
    Server server = Server.start(EmbeddedSettings.in(folder));
    assertThat(check()).startsWith("Everything agrees");
    server.stop();
    assertThat(check()).startsWith("Everything agrees");
    makeOlder();
    assertThatThrownBy(this::check)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("start this release's server once");
    server = Server.start(EmbeddedSettings.in(folder));
    server.stop();
    assertThat(check()).startsWith("Everything agrees");
  }

  /** As if the newest step had never been taken. */
  private void makeOlder() throws IOException {
    try (DataFolder data = DataFolder.open(folder);
        PgServer postgres = PgServer.start(data)) {
      TestDatabase.await(
          PgConnection.connect(TestDatabase.vertx(), postgres.owner())
              .compose(
                  own ->
                      own.query(
                              """
                              drop table audit_redaction_anchor, audit_anchor, fact_horizon;
                              drop index late_fact_seq;
                              drop aggregate audit_seal_on(bytea, bigint, bytea);
                              drop function audit_seal_from, audit_shorten, remove_facts,
                                seal_facts, since_text;
                              alter table tally drop constraint tally_pkey;
                              alter table tally drop column sealed;
                              alter table tally add primary key
                                (organisation, day, agent, team, owner, queue, direction, channel);
                              create aggregate audit_seal_of(bigint, bytea)
                                (sfunc = audit_seal, stype = bytea, initcond = '');
                              alter table retention drop constraint retention_least_check;
                              delete from schema_version where version = 18;
                              """)
                          .execute()
                          .eventually(own::close)));
    }
  }

  private String check() {
    var said = new ByteArrayOutputStream();
    CheckCommand.run(
        EmbeddedSettings.in(folder),
        Clock.systemUTC().instant(),
        new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }
}
