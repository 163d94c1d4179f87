package org.ringside.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.TestServer;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;

/** The log cannot be changed by the server itself, and shows it if somebody else did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealTest {
  private static final int AT_ONCE = 12;
  private static final String ENTRIES = "select * from audit_entry order by organisation, seq";

  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final TestDatabase database = server.database();
  private final Household people = new Household(server);

  /** Acts at once in two organisations, with names in three scripts. */
  @BeforeAll
  void acts() {
    var acme = new JsonObject().put("code", "acme").put("name", "Açmé 公司");
    assertThat(server.post("/api/v1/organisations", acme).status()).isEqualTo(201);
    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, AT_ONCE)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> act(n), Thread::startVirtualThread))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join)).containsOnly(201);
    var change = new JsonObject().put("name", "李薇").put("reason", "調動 \"x\" 'y', \\ z");
    assertThat(
            server.put("/api/v1/people/" + newest(), "application/json", change.encode()).status())
        .isEqualTo(200);
  }

  private int newest() {
    return server.get("/api/v1/people").items().getJsonObject(0).getInteger("number");
  }

  private int act(int n) {
    return n % 3 == 0
        ? server
            .post(
                "/api/v1/organisations/acme/administrators",
                new JsonObject().put("login", "admin-" + n).put("name", "Ådmin"))
            .status()
        : people.invite("käthe-" + n, role("agent")).status();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void acts_at_once_are_numbered_without_a_gap_in_each_organisation() {
    var first = new ArrayList<Long>();
    var second = new ArrayList<Long>();
    for (Row row : database.asOwner(ENTRIES)) {
      (row.getInteger("organisation") == 1 ? first : second).add(row.getLong("seq"));
    }
    assertThat(first).isEqualTo(IntStream.rangeClosed(1, 9).mapToObj(Long::valueOf).toList());
    assertThat(second).isEqualTo(IntStream.rangeClosed(1, 5).mapToObj(Long::valueOf).toList());
  }

  /** As somebody would who has an export and not the database's functions. */
  @Test
  void each_entry_is_sealed_to_the_one_before_it_by_the_hash_that_is_documented() {
    int organisation = 0;
    byte[] prior = new byte[32];
    int checked = 0;
    for (Row row : database.asOwner(ENTRIES)) {
      if (row.getInteger("organisation") != organisation) {
        organisation = row.getInteger("organisation");
        prior = new byte[32];
      }
      prior = seal(prior, row);
      assertThat(prior).as("entry %d", row.getLong("seq")).isEqualTo(hash(row));
      checked++;
    }
    assertThat(checked).isGreaterThan(AT_ONCE);
    Row head =
        database
            .asOwner("select hash from audit_head where organisation = " + organisation)
            .iterator()
            .next();
    assertThat(hash(head)).isEqualTo(prior);
  }

  private static byte[] hash(Row row) {
    return row.getBuffer("hash").getBytes();
  }

  private static byte[] seal(byte[] prior, Row row) {
    MessageDigest digest = sha256();
    digest.update(prior);
    Instant at = row.getOffsetDateTime("at").toInstant();
    add(digest, Integer.toString(row.getInteger("organisation")));
    add(digest, Long.toString(row.getLong("seq")));
    add(digest, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
    for (String column :
        List.of("actor", "act", "subject", "before", "after", "reason", "address")) {
      add(digest, row.getString(column));
    }
    return digest.digest();
  }

  private static void add(MessageDigest digest, @Nullable String field) {
    if (field == null) {
      digest.update((byte) '-');
      return;
    }
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set reason = 'another'",
        "delete from audit_entry",
        "truncate audit_entry",
        "insert into audit_entry select * from audit_entry limit 1",
        "update audit_head set seq = 0",
        "delete from audit_head",
        "truncate audit_head",
        "insert into audit_head select * from audit_head limit 1",
        "alter table audit_entry disable trigger all",
        "drop table audit_entry"
      })
  void application_can_neither_change_nor_remove_nor_forge_an_entry(String sql) {
    assertThatThrownBy(() -> database.asApp(as(1, sql)))
        .isInstanceOfSatisfying(
            PgException.class, refused -> assertThat(refused.getSqlState()).isEqualTo("42501"));
  }

  @Test
  void application_notes_nothing_for_an_organisation_that_it_does_not_speak_for() {
    String forged =
        "select audit(2, now(), 'account:1', 'account.changed', 'x', null, null, null, '')";
    assertThatThrownBy(() -> database.asApp(as(1, forged)))
        .isInstanceOf(PgException.class)
        .hasMessageContaining("is noted under");
    assertThatThrownBy(() -> database.asApp(forged)).isInstanceOf(PgException.class);
  }

  /** Several statements in one message are one transaction. */
  private static String as(int organisation, String sql) {
    return "select set_config('ringside.organisation', '%d', true); %s"
        .formatted(organisation, sql);
  }
}
