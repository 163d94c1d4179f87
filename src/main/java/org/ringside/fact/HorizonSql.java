package org.ringside.fact;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Since when an organisation keeps facts, and the removal of those of before. */
public final class HorizonSql {
  private static final String FIND = "select starts from fact_horizon where organisation = $1";

  private static final String MOVE = "select seal_facts($1, $2, $3)";

  /** Served by the primary key of the log: a removal goes on where the last portion ended. */
  private static final String BEFORE =
      """
      select seq, time
      from fact
      where organisation = $1 and seq > $2 and time < $3
      order by seq
      limit $4
      """;

  private static final String READ =
      """
      select f.*, i.seq is not distinct from f.seq as in_force
      from unnest($2::bigint[], $3::timestamptz[]) as place (seq, time)
      cross join lateral (
        select f.seq, f.source, f.time, f.received, f.type, f.subject, f.data, f.id
        from fact f
        where f.organisation = $1 and f.seq = place.seq and f.time = place.time
        limit 1) f
      left join lateral (
        select k.seq from fact_identity k
        where k.organisation = $1 and k.source = f.source and k.id = f.id
        limit 1) i on true
      """;

  private static final String REMOVE = "select remove_facts($1, $2, $3)";

  private HorizonSql() {}

  /** Since when facts are kept; empty where all are. */
  public static Future<Optional<Instant>> find(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var found = Optional.<Instant>empty();
              for (Row row : rows) {
                found = Optional.of(row.getOffsetDateTime(0).toInstant());
              }
              return found;
            });
  }

  /** Moves it on, and notes that as an act of the server. */
  public static Future<Void> move(
      SqlClient transaction, int organisation, Instant since, Instant now) {
    return transaction
        .preparedQuery(MOVE)
        .execute(Tuple.of(organisation, utc(now), utc(since)))
        .mapEmpty();
  }

  /** Where in the log a fact is. */
  public record Place(long seq, OffsetDateTime time) {}

  /** Where the next facts are, behind a position, whose time is before an instant; in order. */
  public static Future<List<Place>> before(
      SqlClient tenant, int organisation, long position, Instant since, int limit) {
    return tenant
        .preparedQuery(BEFORE)
        .execute(Tuple.of(organisation, position, utc(since), limit))
        .map(
            rows -> {
              var found = new ArrayList<Place>(rows.size());
              rows.forEach(row -> found.add(new Place(row.getLong(0), row.getOffsetDateTime(1))));
              return found;
            });
  }

  /**
   * A fact of before.
   *
   * @param inForce whether it is the newest that is known by its id
   */
  public record Old(Logged logged, Place place, boolean inForce) {}

  /** The facts of these places that are still there. */
  public static Future<List<Old>> read(SqlClient tenant, int organisation, List<Place> places) {
    return tenant
        .preparedQuery(READ)
        .execute(places(organisation, places))
        .map(
            rows -> {
              var found = new ArrayList<Old>(rows.size());
              rows.forEach(row -> found.add(old(row)));
              return found;
            });
  }

  private static Old old(Row row) {
    Logged logged = FactSql.logged(row, "");
    return new Old(
        logged, new Place(logged.seq(), row.getOffsetDateTime("time")), row.getBoolean("in_force"));
  }

  /** Removes facts of before the horizon; that their ids were known stays. */
  public static Future<Void> remove(SqlClient transaction, int organisation, List<Place> places) {
    return transaction.preparedQuery(REMOVE).execute(places(organisation, places)).mapEmpty();
  }

  private static Tuple places(int organisation, List<Place> places) {
    return Tuple.tuple()
        .addInteger(organisation)
        .addArrayOfLong(places.stream().map(Place::seq).toArray(Long[]::new))
        .addArrayOfOffsetDateTime(places.stream().map(Place::time).toArray(OffsetDateTime[]::new));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
