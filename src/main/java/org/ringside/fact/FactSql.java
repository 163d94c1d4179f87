package org.ringside.fact;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The fact log in the database. */
public final class FactSql {
  /** Rows fetched at a time when a window of the log is read. */
  public static final int FETCH = 2000;

  /**
   * One statement decides what is new, writes it, and returns what the repeats found: every part
   * sees the database as it was before the statement. Each id is looked up by itself ({@code
   * lateral … limit 1}): a join is planned by what is known of the tables, which of a young log is
   * nothing, and then reads all of it again for each commit.
   *
   * <p>What is known and lies before the time since when facts are kept ($12) is removed, or will
   * be: no revision moves it. A planned shift that is still in the log may reach behind that time.
   */
  static final String APPEND =
      """
      with looked_up as (
        select f.*, k.revision as known_revision, k.digest as known_digest,
               k.seq as known_seq, k.time as known_time, old.type as known_type,
               old.subject as known_subject, old.data as known_data,
               k.time < $12 and old.type is distinct from 'shift.planned' as sealed
        from unnest(
          $2::int[], $3::text[], $4::bigint[], $5::bytea[], $6::bigint[],
          $7::timestamptz[], $8::text[], $9::text[], $10::text[])
          as f (source, id, revision, digest, seq, time, type, subject, data)
        left join lateral (
          select k.revision, k.digest, k.seq, k.time
          from fact_identity k
          where k.organisation = $1 and k.source = f.source and k.id = f.id
          limit 1) k on true
        left join lateral (
          select o.type, o.subject, o.data
          from fact o
          where k.seq is not null and o.organisation = $1 and o.seq = k.seq and o.time = k.time
          limit 1) old on true
      ), winning as (
        select * from looked_up
        where known_seq is null or (revision > known_revision and not sealed)
      ), identified as (
        insert into fact_identity (organisation, source, id, revision, digest, seq, time)
        select $1, source, id, revision, digest, seq, time from winning
        on conflict (organisation, source, id) do update
        set revision = excluded.revision, digest = excluded.digest,
            seq = excluded.seq, time = excluded.time
      ), logged as (
        insert into fact (organisation, seq, time, received, source, id, revision, type, subject,
                          data, prior_seq, prior_time)
        select $1, seq, time, $11, source, id, revision, type, subject, data, known_seq, known_time
        from winning
      )
      select seq, known_revision, known_digest, known_seq, known_time,
             coalesce(known_type, 'fact.voided'), known_subject, coalesce(known_data, '{}'), sealed
      from looked_up
      where known_seq is not null
      """;

  /** Planning takes longer than appending a few facts; and an index is right from the first row. */
  private static final String LOOK_UP =
      """
      set plan_cache_mode = force_generic_plan;
      set enable_seqscan = off
      """;

  private static final String OPEN_MONTH = "select open_fact_month($1)";

  static final String AFTER =
      """
      select f.seq, f.source, f.time, f.received, f.type, f.subject, f.data,
             p.seq as prior_seq, p.source as prior_source, p.time as prior_time,
             p.received as prior_received, p.type as prior_type, p.subject as prior_subject,
             p.data as prior_data
      from (
        select * from fact where organisation = $1 and seq > $2 order by seq limit $3) f
      left join lateral (
        select * from fact p
        where p.organisation = $1 and p.seq = f.prior_seq and p.time = f.prior_time
        limit 1) p on true
      order by f.seq
      """;

  /**
   * The revisions in force whose event time lies in the window, and every planned shift: it is
   * timed when it was planned, which may be any time before what it plans, or after (R2).
   */
  private static final String IN_FORCE =
      """
      select f.seq, f.source, f.time, f.received, f.type, f.subject, f.data
      from fact f
      join fact_identity i
        on i.organisation = f.organisation and i.source = f.source and i.id = f.id and i.seq = f.seq
      where f.organisation = $1 and f.time >= $2 and f.time < $3 and f.type <> 'fact.voided'
      union all
      select f.seq, f.source, f.time, f.received, f.type, f.subject, f.data
      from fact f
      join fact_identity i
        on i.organisation = f.organisation and i.source = f.source and i.id = f.id and i.seq = f.seq
      where f.organisation = $1 and (f.time < $2 or f.time >= $3) and f.type = 'shift.planned'
      """;

  private FactSql() {}

  /** Makes a connection ready for {@link #append}; for the scorer's own. */
  public static Future<Void> prepareToAppend(SqlConnection connection) {
    return connection.query(LOOK_UP).execute().mapEmpty();
  }

  /**
   * Appends within the caller's transaction.
   *
   * @param firstSeq position of the first fact; the others follow one by one
   * @param sourceNumbers of the facts' source names
   * @param since when facts are kept
   * @return what was stored before under those ids that were known, by the position given to the
   *     fact
   */
  public static Future<Map<Long, Known>> append(
      SqlConnection connection,
      int organisation,
      List<Incoming> facts,
      long firstSeq,
      Map<String, Integer> sourceNumbers,
      Instant received,
      Instant since) {
    int size = facts.size();
    var sources = new Integer[size];
    var ids = new String[size];
    var revisions = new Long[size];
    var digests = new Buffer[size];
    var positions = new Long[size];
    var times = new OffsetDateTime[size];
    var types = new String[size];
    var subjects = new @Nullable String[size];
    var data = new String[size];
    for (int i = 0; i < size; i++) {
      Incoming fact = facts.get(i);
      sources[i] = Objects.requireNonNull(sourceNumbers.get(fact.source()), "added before");
      ids[i] = fact.id();
      revisions[i] = fact.revision();
      digests[i] = Buffer.buffer(fact.digest());
      positions[i] = firstSeq + i;
      times[i] = at(fact.timeMs());
      types[i] = fact.type();
      subjects[i] = fact.subject();
      data[i] = fact.data();
    }
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfInteger(sources)
            .addArrayOfString(ids)
            .addArrayOfLong(revisions)
            .addArrayOfBuffer(digests)
            .addArrayOfLong(positions)
            .addArrayOfOffsetDateTime(times)
            .addArrayOfString(types)
            .addArrayOfString(subjects)
            .addArrayOfString(data)
            .addOffsetDateTime(received.atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(since.atOffset(ZoneOffset.UTC));
    return connection.preparedQuery(APPEND).execute(values).map(FactSql::known);
  }

  private static Map<Long, Known> known(RowSet<Row> rows) {
    var known = new HashMap<Long, Known>();
    for (Row row : rows) {
      known.put(
          row.getLong(0),
          new Known(
              row.getLong(1),
              row.getBuffer(2).getBytes(),
              row.getLong(3),
              millis(row, "known_time"),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              row.getBoolean(8)));
    }
    return known;
  }

  /** Makes sure that facts of that month (UTC) have where to go. */
  public static Future<Void> openMonth(SqlClient client, LocalDate month) {
    return client.preparedQuery(OPEN_MONTH).execute(Tuple.of(month)).mapEmpty();
  }

  /** A stretch of the log behind a position, each fact with the one it replaced, if any. */
  public static Future<List<Replayed>> after(
      SqlClient client, int organisation, long seq, int limit) {
    return client
        .preparedQuery(AFTER)
        .execute(Tuple.of(organisation, seq, limit))
        .map(
            rows -> {
              var replayed = new ArrayList<Replayed>(rows.size());
              for (Row row : rows) {
                Logged prior = row.getLong("prior_seq") == null ? null : logged(row, "prior_");
                replayed.add(new Replayed(logged(row, ""), prior));
              }
              return replayed;
            });
  }

  /**
   * Streams the facts in force that may book in a window, in no order.
   *
   * @param connection in a transaction, which holds the cursor
   */
  public static Future<Void> inForce(
      SqlConnection connection,
      int organisation,
      Instant from,
      Instant to,
      Consumer<Logged> consumer) {
    return inForcePortions(
            connection,
            organisation,
            from,
            to,
            facts -> {
              facts.forEach(consumer);
              return Future.succeededFuture();
            })
        .mapEmpty();
  }

  /**
   * The same in portions of two thousand. A portion is read from its rows as it is gone through, on
   * whatever thread does that; the next one is asked for when the consumer has done.
   *
   * @return how many facts there were
   */
  public static Future<Long> inForcePortions(
      SqlConnection connection,
      int organisation,
      Instant from,
      Instant to,
      Function<Stream<Logged>, Future<Void>> consumer) {
    Tuple values =
        Tuple.of(organisation, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    return connection
        .prepare(IN_FORCE)
        .compose(
            statement -> {
              Promise<Long> drained = Promise.promise();
              drain(statement.cursor(values), consumer, 0, drained);
              return drained.future();
            });
  }

  /** One portion after the other; futures inside futures would be as deep as the log is long. */
  private static void drain(
      Cursor cursor,
      Function<Stream<Logged>, Future<Void>> consumer,
      long before,
      Promise<Long> drained) {
    cursor
        .read(FETCH)
        .compose(rows -> consumer.apply(facts(rows)).map(taken -> before + rows.size()))
        .onFailure(drained::fail)
        .onSuccess(
            facts -> {
              if (cursor.hasMore()) {
                drain(cursor, consumer, facts, drained);
              } else {
                cursor.close().map(closed -> facts).onComplete(drained);
              }
            });
  }

  private static Stream<Logged> facts(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> logged(row, ""));
  }

  static Logged logged(Row row, String prefix) {
    long timeMs = millis(row, prefix + "time");
    return new Logged(
        row.getLong(prefix + "seq"),
        row.getInteger(prefix + "source"),
        row.getString(prefix + "subject"),
        millis(row, prefix + "received"),
        StoredFact.read(row.getString(prefix + "type"), timeMs, row.getString(prefix + "data")));
  }

  private static long millis(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant().toEpochMilli();
  }

  private static OffsetDateTime at(long timeMs) {
    return Instant.ofEpochMilli(timeMs).atOffset(ZoneOffset.UTC);
  }
}
