package org.ringside.floor;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The floor in the database. Open ends are infinite there, and null on the way. */
public final class FloorSql {
  private static final String SITES = "select site, code, name from site where organisation = $1";
  private static final String TEAMS =
      "select team, code, name, site from team where organisation = $1";
  private static final String AGENTS =
      "select agent, code, name from agent where organisation = $1";

  private static final String ALIASES =
      """
      select spelling, source, agent as holder,
        nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to
      from alias where organisation = $1
      """;

  private static final String MEMBERSHIPS =
      """
      select agent, team as holder,
        nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to
      from membership where organisation = $1
      """;

  private static final String QUEUES =
      """
      select queue, team as holder,
        nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to
      from queue_owner where organisation = $1
      """;

  private FloorSql() {}

  /** The whole floor of an organisation; empty where there is none yet. */
  public static Future<Floor> load(SqlClient client, int organisation) {
    Future<List<Site>> sites = rows(client, SITES, organisation, FloorSql::site);
    Future<List<Team>> teams = rows(client, TEAMS, organisation, FloorSql::team);
    Future<List<Agent>> agents = rows(client, AGENTS, organisation, FloorSql::agent);
    var aliases = timelines(client, ALIASES, organisation, FloorSql::aliasKey);
    var memberships = timelines(client, MEMBERSHIPS, organisation, row -> row.getInteger("agent"));
    var queues = timelines(client, QUEUES, organisation, row -> row.getString("queue"));
    return Future.all(sites, teams, agents, aliases, memberships, queues)
        .map(
            all ->
                new Floor(
                    sites.result(),
                    teams.result(),
                    agents.result(),
                    aliases.result(),
                    memberships.result(),
                    queues.result()));
  }

  private static <T> Future<List<T>> rows(
      SqlClient client, String sql, int organisation, Function<Row, T> mapping) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var mapped = new ArrayList<T>(rows.size());
              rows.forEach(row -> mapped.add(mapping.apply(row)));
              return mapped;
            });
  }

  private static Site site(Row row) {
    return new Site(row.getInteger("site"), row.getString("code"), row.getString("name"));
  }

  private static Team team(Row row) {
    return new Team(
        row.getInteger("team"),
        row.getString("code"),
        row.getString("name"),
        row.getInteger("site"));
  }

  private static Agent agent(Row row) {
    return new Agent(row.getInteger("agent"), row.getString("code"), row.getString("name"));
  }

  private static AliasKey aliasKey(Row row) {
    String source = row.getString("source");
    return new AliasKey(row.getString("spelling"), source.isEmpty() ? null : source);
  }

  private static <K> Future<Map<K, Timeline>> timelines(
      SqlClient client, String sql, int organisation, Function<Row, K> key) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(organisation))
        .map(rows -> timelines(rows, key));
  }

  private static <K> Map<K, Timeline> timelines(RowSet<Row> rows, Function<Row, K> key) {
    var stretches = new HashMap<K, List<Stretch>>();
    for (Row row : rows) {
      stretches
          .computeIfAbsent(key.apply(row), unseen -> new ArrayList<>())
          .add(Stretch.of(from(row), to(row), row.getInteger("holder")));
    }
    var timelines = new HashMap<K, Timeline>();
    stretches.forEach((one, held) -> timelines.put(one, Timeline.of(held)));
    return timelines;
  }

  private static long from(Row row) {
    OffsetDateTime from = row.getOffsetDateTime("valid_from");
    return from == null ? Span.BEGINNING : from.toInstant().toEpochMilli();
  }

  private static long to(Row row) {
    OffsetDateTime to = row.getOffsetDateTime("valid_to");
    return to == null ? Span.END : to.toInstant().toEpochMilli();
  }

  /**
   * Writes the difference between two floors, inside the transaction of whoever calls. The first is
   * what the database holds.
   */
  public static Future<Void> write(
      SqlConnection connection, int organisation, Floor before, Floor after) {
    return new FloorWriteSql(connection, organisation, before, after).write();
  }
}
