package org.ringside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.db.OwnerSession;
import org.ringside.db.PostgresVersion;
import org.ringside.db.TestDatabase;
import org.ringside.frame.CannotStart;

/** What a backup has is what the database had, whatever a later migration adds to it. */
@Timeout(120)
class RoundTripTest {
  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

  /**
   * As later migrations might add them: values that are hard to keep, keys in circles, triggers.
   */
  private static final String LATER =
      """
      create table odd (
        id       bigint generated always as identity primary key,
        serial   serial,
        "a ""b"  text,
        cents    numeric,
        ratio    double precision,
        at       timestamptz,
        day      date,
        wall     time,
        span     tstzrange,
        bytes    bytea,
        words    text[],
        grid     integer[],
        json     jsonb,
        padded   char(3),
        flag     boolean,
        gap      interval,
        twice    numeric generated always as (cents * 2) stored,
        parent   bigint references odd
      );
      create table hen (hen int primary key, egg int);
      create table egg (egg int primary key, hen int references hen);
      alter table hen add foreign key (egg) references egg;
      create table reading (organisation int not null, day date not null, value int not null)
        partition by range (day);
      create function open_reading_month(month date) returns void language plpgsql as $$
      begin
        if to_regclass(format('reading_%s', to_char(month, 'YYYYMM'))) is null then
          execute format('create table reading_%s partition of reading for values from (%L) to (%L)',
            to_char(month, 'YYYYMM'), month, month + interval '1 month');
        end if;
      end $$;
      alter table odd enable row level security;
      alter table odd force row level security;
      create policy owner on odd to current_user using (true);
      alter table reading enable row level security;
      alter table reading force row level security;
      create policy owner on reading to current_user using (true);
      create function stamp() returns trigger language plpgsql as
        $$ begin new.flag := true; new."a ""b" := 'the trigger was here'; return new; end $$;
      """;

  private static final String TRIGGER =
      "create trigger stamp before insert on odd for each row execute function stamp()";

  private static final String ROWS =
      """
      insert into odd ("a ""b", cents, ratio, at, day, wall, span, bytes, words, grid, json, padded, flag, gap) values
        (E'\\x01 tab\\t newline\\n cr\\r "quotes" \\\\ 李娜 😀 \\u2028 {} [] null', 12345678901234567890.123456789000, 0.1::float8 + 0.2,
         'infinity', '-infinity', '23:59:59.999999', '[2026-01-01,infinity)', '\\x00ff0a', '{"a,b",NULL,"null","","\\""}',
         '[0:1][1:2]={{1,2},{3,NULL}}', '{"b": [1, 1e-3, 123456789012345678901234567890], "a": null, "\\u0001": "x"}', 'a', false, '1 mon -3 days 04:05:06.7'),
        ('', 'NaN', 'NaN', '0044-03-15 12:00:00.000001+00 BC', '4713-01-01 BC', '24:00', 'empty', '', '{}', '{}', 'null', '', null, 'P0D'),
        (null, 'Infinity', '-Infinity', '9999-12-31 23:59:59.999999+00', null, null, null, null, null, null, null, null, null, null);
      update odd set parent = 3 where id = 1;
      update odd set parent = id where id = 2;
      insert into hen values (1, null), (2, null);
      insert into egg values (1, 2), (2, 1);
      update hen set egg = hen;
      select open_reading_month('2026-10-01');
      select open_reading_month('2026-12-01');
      insert into reading select 1, date '2026-10-01' + n % 20, n from generate_series(1, 3000) n;
      insert into reading values (1, '2026-12-31', -1)
      """;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("ringside.gz");
  }

  @ParameterizedTest
  @CsvSource({"EMBEDDED,EMBEDDED", "DEBIAN_15,EMBEDDED", "EMBEDDED,DEBIAN_15"})
  void everyRowOfEveryTable_comesBackAsItWas(PostgresVersion here, PostgresVersion there) {
    try (TestDatabase source = TestDatabase.fresh(here);
        TestDatabase target = TestDatabase.fresh(there)) {
      source.asOwner(LATER);
      target.asOwner(LATER);
      source.asOwner(ROWS);
      source.asOwner(TRIGGER);
      target.asOwner(TRIGGER);
      List<String> schema = Contents.schema(target);
      backup(source);
      assertThat(restore(target)).contains(" 3,00");
      assertThat(Contents.of(target))
          .isEqualTo(Contents.of(source))
          .containsKeys("odd", "reading_202612");
      assertThat(Contents.schema(target)).isEqualTo(schema);
      target.asOwner("insert into odd (cents) values (1)");
      assertThat(target.asOwner("select from odd where id = 4 and serial = 4 and flag").size())
          .isEqualTo(1);
    }
  }

  @Test
  void databaseWithoutTables_getsTheSchemaOfAnOlderBackup_andTheStepsSince() {
    int older = OwnerSession.newestSchema() - 1;
    try (TestDatabase source = TestDatabase.empty(PostgresVersion.EMBEDDED);
        TestDatabase target = TestDatabase.empty(PostgresVersion.EMBEDDED)) {
      try (OwnerSession session = session(source)) {
        session.migrate(source.app().getUser(), older);
        assertThat(session.schema()).isEqualTo(older);
      }
      source.asOwner("insert into writer values (0, 7, 'somebody', now())");
      backup(source);
      restore(target);
      assertThat(target.asOwner("select from writer where term = 7").size()).isEqualTo(1);
      try (OwnerSession session = session(target)) {
        assertThat(session.schema()).isEqualTo(OwnerSession.newestSchema());
      }
      assertThatThrownBy(() -> restore(target)).hasMessageContaining("at version");
    }
  }

  @Test
  void databaseThatHoldsARow_isRefused_andKeepsIt() {
    try (TestDatabase source = TestDatabase.fresh();
        TestDatabase target = TestDatabase.fresh()) {
      backup(source);
      target.asOwner("insert into writer values (0, 7, 'somebody', now())");
      Map<String, String> before = Contents.of(target);
      assertThatThrownBy(() -> restore(target))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("not empty (table writer has rows)");
      assertThat(Contents.of(target)).isEqualTo(before);
    }
  }

  @Test
  void databaseThatAWriterHolds_isRefused() {
    try (TestDatabase source = TestDatabase.fresh();
        TestDatabase target = TestDatabase.fresh();
        OwnerSession writer = session(target)) {
      backup(source);
      writer.keepWritersOut();
      assertThatThrownBy(() -> restore(target))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another Ringside");
    }
  }

  @Test
  void tableThatTheSchemaDoesNotHave_isRefused_andNothingIsRestored() {
    try (TestDatabase source = TestDatabase.fresh();
        TestDatabase target = TestDatabase.fresh()) {
      source.asOwner("create table zebra (x int)");
      source.asOwner("insert into writer values (0, 7, 'somebody', now())");
      backup(source);
      assertThatThrownBy(() -> restore(target))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("a table zebra")
          .hasMessageContaining("holds no row");
      assertThat(target.asOwner("select from writer").size()).isZero();
      assertThatThrownBy(() -> restore(target)).hasMessageContaining("a table zebra");
    }
  }

  @Test
  void tableOrColumnThatTheBackupDoesNotHave_isRefused() {
    try (TestDatabase source = TestDatabase.fresh();
        TestDatabase target = TestDatabase.fresh()) {
      backup(source);
      target.asOwner("create table zebra (x int)");
      assertThatThrownBy(() -> restore(target)).hasMessageContaining("lacks tables");
      target.asOwner("drop table zebra; alter table writer add column x int");
      assertThatThrownBy(() -> restore(target))
          .hasMessageContaining("table writer has other columns");
    }
  }

  @Test
  void rowThatTheDatabaseRefuses_leavesItEmpty() throws IOException {
    try (TestDatabase target = TestDatabase.fresh()) {
      forge(target);
      assertThatThrownBy(() -> restore(target))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("writer_term_check")
          .hasMessageContaining("holds no row");
      assertThat(target.asOwner("select from writer").size()).isZero();
    }
  }

  @Test
  void backupThatIsDamaged_makesNoTable() throws IOException {
    try (TestDatabase source = TestDatabase.fresh()) {
      backup(source);
      byte[] whole = Files.readAllBytes(file);
      whole[whole.length / 2] ^= 1;
      Files.write(file, whole);
      assertThatThrownBy(() -> Restore.prove(file)).hasMessageContaining("is damaged");
    }
  }

  @Test
  void partitionedTableThatNobodyCanOpen_isToldAtTheBackup() {
    try (TestDatabase source = TestDatabase.fresh()) {
      source.asOwner("create table mine (day date) partition by range (day)");
      assertThatThrownBy(() -> backup(source))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("open_mine_month");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void rowsThatTheirOwnerDoesNotSee_areToldAtTheBackup() {
    try (TestDatabase source = TestDatabase.fresh()) {
      source.asOwner("alter table writer enable row level security");
      backup(source);
      source.asOwner("alter table writer force row level security");
      assertThatThrownBy(() -> backup(source))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("hides the rows of table writer");
    }
  }

  @Test
  void emptyDatabase_isNoneToBackUp() {
    try (TestDatabase source = TestDatabase.empty(PostgresVersion.EMBEDDED)) {
      assertThatThrownBy(() -> backup(source)).hasMessageContaining("nothing in this database");
      assertThat(folder).isEmptyDirectory();
    }
  }

  /** Opening a month takes a lock on the table of facts that no reader of it would share. */
  @Test
  void monthIsOpened_whileTheFactsAreRead() throws IOException {
    try (TestDatabase source = TestDatabase.fresh();
        OwnerSession session = session(source)) {
      source.asOwner(
          """
          select open_fact_month('2026-10-01');
          insert into fact select 1, n, '2026-10-01', '2026-10-01', 1, n::text, 0, 'x', null, '{}'
          from generate_series(1, 5000) n
          """);
      var catalogue = new CatalogueSql(session);
      List<String> locks = catalogue.locks();
      session.run("begin isolation level repeatable read read only");
      locks.forEach(session::run);
      assertThat(catalogue.tables()).isNotEmpty();
      var opened = new ArrayList<Long>();
      var rows =
          new RowsSql(
              session,
              new BackupWriter(new ByteArrayOutputStream()),
              total -> {
                if (opened.isEmpty()) {
                  source.asApp("set lock_timeout = '2s'; select open_fact_month('2025-03-01')");
                }
                opened.add(total);
              });
      for (CatalogueSql.Part part : catalogue.parts().getOrDefault("fact", List.of())) {
        rows.copy(part.read());
      }
      assertThat(opened).hasSizeGreaterThan(2).last().isEqualTo(5000L);
    }
  }

  /** A whole file, with right counts and hash, whose one row breaks a rule of its table. */
  private void forge(TestDatabase like) throws IOException {
    try (OwnerSession session = session(like);
        var zip = new GZIPOutputStream(Files.newOutputStream(file))) {
      var lines = new BackupWriter(zip);
      lines.begin(new Manifest(OwnerSession.newestSchema(), "forged", "18.6", NOW));
      for (StoredTable table : new CatalogueSql(session).tables()) {
        lines.table(table.head());
        if (table.name().equals("writer")) {
          lines.row(List.of("0", "7", "somebody", "2026-11-22 20:00:00+00"));
          lines.row(List.of("1", "-7", "somebody", "2026-11-22 20:00:00+00"));
        }
      }
      lines.end();
    }
  }

  private void backup(TestDatabase source) {
    try (OwnerSession session = session(source)) {
      assertThat(Backup.write(session, file, true, "test", NOW, line -> {}))
          .startsWith("Backed up");
    }
  }

  private String restore(TestDatabase target) {
    Restore.prove(file);
    try (OwnerSession session = session(target)) {
      return Restore.read(session, target.app().getUser(), file, line -> {});
    }
  }

  private static OwnerSession session(TestDatabase database) {
    return OwnerSession.open(TestDatabase.vertx(), database.owner());
  }
}
