package org.ringside.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringside.db.PostgresVersion;
import org.ringside.db.Tenants;
import org.ringside.db.TestDatabase;

/**
 * How PostgreSQL goes about the statements of the intake where rows are bound to organisations: by
 * every column of the keys, and with the question who speaks asked once per statement.
 */
class FactPlanTest {
  private static final String A_FACT =
      """
      7, array[1], array['call'], array[0], array['digest'::bytea], array[1], array[now()],
      array['leg.ended'], array['ext-1'], array['{}'], now(), now()
      """;

  private static final String LOG =
      """
      insert into fact (organisation, seq, time, received, source, id, revision, type, data)
      select 7 + n % 2, n, date_trunc('month', now()) + n * interval '1 ms', now(), 1, 'call-' || n,
        0, 'leg.ended', '{}'
      from generate_series(1, 20000) as n;
      analyze fact
      """;

  @ParameterizedTest
  @EnumSource
  void fact_appended_is_looked_up_by_its_whole_key(PostgresVersion version) {
    try (TestDatabase database = TestDatabase.fresh(version)) {
      database.asOwner("select open_fact_month(now()::date)");
      assertThat(plan(database, FactSql.APPEND, A_FACT))
          .contains("Index Scan using fact_identity_pkey on fact_identity")
          .contains("Index Cond: ((organisation = $1) AND (source = f.source) AND (id = f.id))")
          .contains(
              "Index Cond: ((organisation = $1) AND (seq = k.seq) AND (\"time\" = k.\"time\"))")
          .contains("One-Time Filter")
          .doesNotContain("Seq Scan", "SubPlan");
    }
  }

  @ParameterizedTest
  @EnumSource
  void log_is_read_from_a_position_on(PostgresVersion version) {
    try (TestDatabase database = TestDatabase.fresh(version)) {
      database.asOwner("select open_fact_month(now()::date)");
      database.asOwner(LOG);
      assertThat(plan(database, FactSql.AFTER, "7, 19000, 100"))
          .contains("Index Cond: ((organisation = $1) AND (seq > $2))")
          .contains("One-Time Filter")
          .doesNotContain("Seq Scan", "SubPlan");
    }
  }

  /** On a connection like the scorer's. */
  private static String plan(TestDatabase database, String sql, String values) {
    return TestDatabase.await(
        PgConnection.connect(TestDatabase.vertx(), database.app())
            .compose(app -> plan(app, sql, values).eventually(app::close)));
  }

  private static Future<String> plan(PgConnection app, String sql, String values) {
    return FactSql.prepareToAppend(app)
        .compose(ready -> app.begin())
        .compose(begun -> Tenants.speakFor(app, 7))
        .compose(told -> app.query("prepare asked as " + sql).execute())
        .compose(there -> app.query("explain (costs off) execute asked(" + values + ")").execute())
        .map(
            rows -> {
              var lines = new StringJoiner("\n");
              rows.forEach(row -> lines.add(row.getString(0)));
              return lines.toString();
            });
  }
}
