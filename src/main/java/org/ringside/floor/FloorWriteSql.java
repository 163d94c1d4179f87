package org.ringside.floor;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what two floors differ in: stretches that are gone are deleted before new ones come, so
 * that no two overlap. One statement after another, because a statement that is prepared already
 * would overtake one that is not.
 */
final class FloorWriteSql {
  private static final String PUT_SITES =
      """
      insert into site (organisation, site, code, name)
      select $1, * from unnest($2::int[], $3::text[], $4::text[])
      on conflict (organisation, site) do update set code = excluded.code, name = excluded.name
      """;

  private static final String PUT_TEAMS =
      """
      insert into team (organisation, team, code, name, site)
      select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::int[])
      on conflict (organisation, team)
      do update set code = excluded.code, name = excluded.name, site = excluded.site
      """;

  private static final String PUT_AGENTS =
      """
      insert into agent (organisation, agent, code, name)
      select $1, * from unnest($2::int[], $3::text[], $4::text[])
      on conflict (organisation, agent) do update set code = excluded.code, name = excluded.name
      """;

  private static final String DROP_ALIASES =
      """
      delete from alias using unnest($2::text[], $3::text[], $4::timestamptz[]) as gone (spelling, source, since)
      where alias.organisation = $1 and alias.spelling = gone.spelling
        and alias.source = gone.source and alias.valid_from = coalesce(gone.since, '-infinity')
      """;

  private static final String ADD_ALIASES =
      """
      insert into alias (organisation, spelling, source, valid_from, valid_to, agent)
      select $1, spelling, source, coalesce(since, '-infinity'), coalesce(until, 'infinity'), agent
      from unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::int[])
        as new (spelling, source, since, until, agent)
      """;

  private static final String DROP_MEMBERSHIPS =
      """
      delete from membership using unnest($2::int[], $3::timestamptz[]) as gone (agent, since)
      where membership.organisation = $1 and membership.agent = gone.agent
        and membership.valid_from = coalesce(gone.since, '-infinity')
      """;

  private static final String ADD_MEMBERSHIPS =
      """
      insert into membership (organisation, agent, valid_from, valid_to, team)
      select $1, agent, coalesce(since, '-infinity'), coalesce(until, 'infinity'), team
      from unnest($2::int[], $3::timestamptz[], $4::timestamptz[], $5::int[])
        as new (agent, since, until, team)
      """;

  private static final String DROP_QUEUES =
      """
      delete from queue_owner using unnest($2::text[], $3::timestamptz[]) as gone (queue, since)
      where queue_owner.organisation = $1 and queue_owner.queue = gone.queue
        and queue_owner.valid_from = coalesce(gone.since, '-infinity')
      """;

  private static final String ADD_QUEUES =
      """
      insert into queue_owner (organisation, queue, valid_from, valid_to, team)
      select $1, queue, coalesce(since, '-infinity'), coalesce(until, 'infinity'), team
      from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::int[])
        as new (queue, since, until, team)
      """;

  private final SqlConnection connection;
  private final int organisation;
  private final Floor before;
  private final Floor after;

  FloorWriteSql(SqlConnection connection, int organisation, Floor before, Floor after) {
    this.connection = connection;
    this.organisation = organisation;
    this.before = before;
    this.after = after;
  }

  Future<Void> write() {
    return putSites(fresh(before.sites(), after.sites()))
        .compose(done -> putTeams(fresh(before.teams(), after.teams())))
        .compose(done -> putAgents(fresh(before.agents(), after.agents())))
        .compose(
            done ->
                change(
                    before.aliases(),
                    after.aliases(),
                    DROP_ALIASES,
                    ADD_ALIASES,
                    FloorWriteSql::aliasKeys))
        .compose(
            done ->
                change(
                    before.memberships(),
                    after.memberships(),
                    DROP_MEMBERSHIPS,
                    ADD_MEMBERSHIPS,
                    (row, held) -> row.addArrayOfInteger(integers(held, Held::key))))
        .compose(
            done ->
                change(
                    before.queues(),
                    after.queues(),
                    DROP_QUEUES,
                    ADD_QUEUES,
                    (row, held) -> row.addArrayOfString(strings(held, Held::key))));
  }

  private static <T> List<T> fresh(List<T> before, List<T> after) {
    var known = new HashSet<>(before);
    return after.stream().filter(thing -> !known.contains(thing)).toList();
  }

  private Future<Void> putSites(List<Site> sites) {
    return run(
        PUT_SITES,
        sites,
        Tuple.of(
            organisation,
            integers(sites, Site::no),
            strings(sites, Site::code),
            strings(sites, Site::name)));
  }

  private Future<Void> putTeams(List<Team> teams) {
    return run(
        PUT_TEAMS,
        teams,
        Tuple.of(
            organisation,
            integers(teams, Team::no),
            strings(teams, Team::code),
            strings(teams, Team::name),
            integers(teams, Team::site)));
  }

  private Future<Void> putAgents(List<Agent> agents) {
    return run(
        PUT_AGENTS,
        agents,
        Tuple.of(
            organisation,
            integers(agents, Agent::no),
            strings(agents, Agent::code),
            strings(agents, Agent::name)));
  }

  /** One stretch of one timeline. */
  private record Held<K>(K key, Stretch stretch) {}

  /** Adds the arrays of keys to a row of arguments. */
  private interface Keys<K> {
    Tuple add(Tuple row, List<Held<K>> held);
  }

  private <K> Future<Void> change(
      Map<K, Timeline> then, Map<K, Timeline> now, String drop, String add, Keys<K> keys) {
    Set<Held<K>> old = held(then);
    Set<Held<K>> current = held(now);
    List<Held<K>> gone = old.stream().filter(held -> !current.contains(held)).toList();
    List<Held<K>> come = current.stream().filter(held -> !old.contains(held)).toList();
    Tuple dropped = keys.add(Tuple.of(organisation), gone).addArrayOfOffsetDateTime(starts(gone));
    Tuple added =
        keys.add(Tuple.of(organisation), come)
            .addArrayOfOffsetDateTime(starts(come))
            .addArrayOfOffsetDateTime(ends(come))
            .addArrayOfInteger(integers(come, held -> held.stretch().holder()));
    return run(drop, gone, dropped).compose(done -> run(add, come, added));
  }

  private static <K> Set<Held<K>> held(Map<K, Timeline> timelines) {
    var all = new HashSet<Held<K>>();
    timelines.forEach(
        (key, timeline) -> timeline.stretches().forEach(held -> all.add(new Held<>(key, held))));
    return all;
  }

  private static Tuple aliasKeys(Tuple row, List<Held<AliasKey>> held) {
    return row.addArrayOfString(strings(held, one -> one.key().spelling()))
        .addArrayOfString(strings(held, one -> Objects.requireNonNullElse(one.key().source(), "")));
  }

  private static <K> @Nullable OffsetDateTime[] starts(List<Held<K>> held) {
    return held.stream()
        .map(one -> time(one.stretch().span().fromMs()))
        .toArray(OffsetDateTime[]::new);
  }

  private static <K> @Nullable OffsetDateTime[] ends(List<Held<K>> held) {
    return held.stream()
        .map(one -> time(one.stretch().span().toMs()))
        .toArray(OffsetDateTime[]::new);
  }

  /** Null for an open end. */
  private static @Nullable OffsetDateTime time(long ms) {
    boolean open = ms == Span.BEGINNING || ms == Span.END;
    return open ? null : Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
  }

  private static <T> String[] strings(List<T> things, Function<T, String> text) {
    return things.stream().map(text).toArray(String[]::new);
  }

  private static <T> @Nullable Integer[] integers(
      List<T> things, Function<T, @Nullable Integer> number) {
    return things.stream().map(number).toArray(Integer[]::new);
  }

  private Future<Void> run(String sql, List<?> rows, Tuple arguments) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(sql).execute(arguments).mapEmpty();
  }
}
