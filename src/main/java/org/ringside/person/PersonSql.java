package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what the tables hold of one person. All statements are of one tenant. */
final class PersonSql {
  /** Rows fetched at a time. */
  private static final int FETCH = 500;

  private static final String ACCOUNT_OF =
      "select account from account where organisation = $1 and agent = $2";

  private static final String AGENT_OF =
      "select agent from account where organisation = $1 and account = $2";

  private static final String SOURCES = "select source, name from source where organisation = $1";

  /** Also what is told of somebody else's case, where the person owned or closed it. */
  private static final String FACTS =
      """
      select f.seq, f.time, f.received, f.source, f.id, f.revision, f.type, f.subject, f.data
      from fact f
      where f.organisation = $1
        and (f.subject = any($2)
          or exists (select from unnest($3::text[]) as said where position(said in f.data) > 0))
      """;

  /** Of a change of the roster only the lines that name the person: others are in it too. */
  private static final String AUDIT =
      """
      select to_jsonb(x)::text from (
        select e.seq, e.at, e.act, e.actor is not distinct from $2 as by_them,
          case when e.actor = $2 then e.address end as address,
          case when e.subject = $2 then e.before::jsonb end as before,
          case when e.subject = $2 then e.after::jsonb
               when e.act = 'roster.changed' then (
                 select jsonb_agg(line) from jsonb_array_elements(e.after::jsonb -> 'changes') as line
                 where line ->> 'id' = any($3) or line ->> 'agent' = any($3)) end as after,
          case when e.actor = $2 or e.subject in ($2, $4) then e.reason end as reason
        from audit_entry e
        where e.organisation = $1
          and (e.actor = $2 or e.subject in ($2, $4)
            or (e.act = 'roster.changed' and exists (
              select from jsonb_array_elements(e.after::jsonb -> 'changes') as line
              where line ->> 'id' = any($3) or line ->> 'agent' = any($3))))
        order by e.seq) x
      """;

  private PersonSql() {}

  /** Number of the account that is linked to an agent, null for none. */
  static Future<@Nullable Integer> accountOf(SqlClient tenant, int organisation, int agent) {
    return tenant
        .preparedQuery(ACCOUNT_OF)
        .execute(Tuple.of(organisation, agent))
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getInteger(0));
  }

  /** The person that has an account; null where there is no such account. */
  static Future<@Nullable Person> ofAccount(SqlClient tenant, int organisation, int account) {
    return tenant
        .preparedQuery(AGENT_OF)
        .execute(Tuple.of(organisation, account))
        .map(
            rows ->
                rows.size() == 0
                    ? null
                    : new Person(rows.iterator().next().getInteger(0), account));
  }

  /** Names of the sources, by number. */
  static Future<List<SourceName>> sources(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(SOURCES)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var found = new ArrayList<SourceName>(rows.size());
              rows.forEach(row -> found.add(new SourceName(row.getInteger(0), row.getString(1))));
              return found;
            });
  }

  /** A source as facts name it, and as it is called. */
  record SourceName(int source, String name) {}

  /**
   * The rows of a section as texts of JSON, portion by portion; the next one when the last is
   * taken.
   */
  static Future<Void> section(
      SqlConnection snapshot,
      SectionSql section,
      Tuple values,
      Function<List<String>, Future<Void>> taker) {
    return stream(snapshot, section.sql(), values, row -> row.getString(0), taker);
  }

  /** Audit entries by a person or about one. */
  static Future<Void> audit(
      SqlConnection snapshot,
      int organisation,
      Person person,
      List<String> words,
      Function<List<String>, Future<Void>> taker) {
    Tuple values =
        Tuple.of(organisation, person.account() == null ? null : person.actor())
            .addArrayOfString(words.toArray(String[]::new))
            .addString(person.subject());
    return stream(snapshot, AUDIT, values, row -> row.getString(0), taker);
  }

  /**
   * Facts whose subject is one of the words, or whose data say one of the texts; in no order.
   *
   * @param said texts of canonical JSON, a field with its value
   */
  static Future<Void> facts(
      SqlConnection snapshot,
      int organisation,
      List<String> words,
      List<String> said,
      Function<List<FactRow>, Future<Void>> taker) {
    Tuple values =
        Tuple.of(organisation)
            .addArrayOfString(words.toArray(String[]::new))
            .addArrayOfString(said.toArray(String[]::new));
    return stream(snapshot, FACTS, values, PersonSql::fact, taker);
  }

  private static FactRow fact(Row row) {
    return new FactRow(
        row.getLong("seq"),
        row.getOffsetDateTime("time").toInstant(),
        row.getOffsetDateTime("received").toInstant(),
        row.getInteger("source"),
        row.getString("id"),
        row.getLong("revision"),
        row.getString("type"),
        row.getString("subject"),
        row.getString("data"));
  }

  private static <T> Future<Void> stream(
      SqlConnection snapshot,
      String sql,
      Tuple values,
      Function<Row, T> mapping,
      Function<List<T>, Future<Void>> taker) {
    return snapshot
        .prepare(sql)
        .compose(
            statement -> {
              Promise<Void> drained = Promise.promise();
              drain(statement.cursor(values), mapping, taker, drained);
              return drained.future().eventually(statement::close);
            });
  }

  /** One portion after the other; futures inside futures would be as deep as the answer is long. */
  private static <T> void drain(
      Cursor cursor,
      Function<Row, T> mapping,
      Function<List<T>, Future<Void>> taker,
      Promise<Void> drained) {
    cursor
        .read(FETCH)
        .compose(
            rows -> {
              var portion = new ArrayList<T>(rows.size());
              rows.forEach(row -> portion.add(mapping.apply(row)));
              return taker.apply(portion);
            })
        .onFailure(drained::tryFail)
        .onSuccess(
            taken -> {
              if (cursor.hasMore()) {
                drain(cursor, mapping, taker, drained);
              } else {
                cursor.close().onComplete(drained);
              }
            });
  }
}
