package org.ringside.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.db.TestDatabase.await;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringside.db.Database;
import org.ringside.db.PostgresVersion;
import org.ringside.db.TestDatabase;

/** The floor in a real database. */
class FloorSqlTest {
  private static final int OURS = 1;
  private static final int THEIRS = 2;

  static void withOrganisations(TestDatabase database) {
    for (int number : new int[] {OURS, THEIRS}) {
      database.asOwner(
          """
          insert into organisation values (%1$d, 'Test', 'Asia/Shanghai', '00:00', 1, 1, 'CNY',
            10000, 30000, 5000, false, sha256('key'), now(), 0, 'org-%1$d')
          """
              .formatted(number));
    }
  }

  private static void write(Database database, int organisation, Floor before, Floor after) {
    await(
        database
            .of(organisation)
            .inTransaction(connection -> FloorSql.write(connection, organisation, before, after)));
  }

  private static Floor load(Database database, int organisation) {
    return await(FloorSql.load(database.of(organisation), organisation));
  }

  private static void assertSame(Floor one, Floor other) {
    assertThat(one.sites()).isEqualTo(other.sites());
    assertThat(one.teams()).isEqualTo(other.teams());
    assertThat(one.agents()).isEqualTo(other.agents());
    assertThat(one.aliases()).isEqualTo(other.aliases());
    assertThat(one.memberships()).isEqualTo(other.memberships());
    assertThat(one.queues()).isEqualTo(other.queues());
  }

  @ParameterizedTest
  @EnumSource
  void anyFloorThatBecomesAnyOther_isReadBackAsTheOther(PostgresVersion version) {
    try (TestDatabase test = TestDatabase.fresh(version)) {
      withOrganisations(test);
      Database database = test.open();
      var random = new Random(20261122);
      Floor stored = Floor.EMPTY;
      for (int round = 0; round < 20; round++) {
        Floor next = grown(stored, new RandomFloors(random.nextLong()).floorInWholeDays());
        write(database, OURS, stored, next);
        stored = next;
        assertSame(load(database, OURS), stored);
      }
      assertSame(load(database, THEIRS), Floor.EMPTY);
      await(database.close());
    }
  }

  /** Agents are never removed, so whoever was there stays. */
  private static Floor grown(Floor before, Floor next) {
    var agents = new TreeMap<Integer, Agent>();
    before.agents().forEach(agent -> agents.put(agent.no(), agent));
    next.agents().forEach(agent -> agents.put(agent.no(), agent));
    return new Floor(
        List.of(new Site(1, "HQ", "Head office")),
        next.teams(),
        agents.values(),
        next.aliases(),
        next.memberships(),
        next.queues());
  }

  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.open();

  @BeforeEach
  void addOrganisations() {
    withOrganisations(test);
  }

  @AfterEach
  void drop() {
    await(database.close());
    test.close();
  }

  @Test
  void aStretchThatMakesRoomForAnother_isWrittenInOneTransaction() {
    var plan = new FloorPlan().teams("North", "South").agents("1001");
    Floor north = plan.member("1001", "North", 0, 1_000).floor();
    Floor moved =
        new FloorPlan()
            .teams("North", "South")
            .agents("1001")
            .member("1001", "North", 0, 500)
            .member("1001", "South", 500, Span.END)
            .alias("7", "pbx-1", "1001", Span.BEGINNING, 500)
            .owner("hotline", "South", 1, 2)
            .floor();

    write(database, OURS, Floor.EMPTY, north);
    write(database, OURS, north, moved);

    assertSame(load(database, OURS), moved);
  }

  @Test
  void twoTeamsAtOnce_areRefusedByTheDatabaseItself() {
    Floor north = plan("North").floor();
    Floor southUnheard =
        new Floor(
            List.of(),
            north.teams(),
            north.agents(),
            Map.of(),
            Map.of(1, Timeline.of(List.of(Stretch.of(100, Span.END, 2)))),
            Map.of());
    write(database, OURS, Floor.EMPTY, north);

    var writing =
        database
            .of(OURS)
            .inTransaction(
                connection ->
                    FloorSql.write(
                        connection,
                        OURS,
                        new Floor(
                            List.of(), north.teams(), north.agents(), Map.of(), Map.of(), Map.of()),
                        southUnheard));

    assertThatThrownBy(() -> await(writing)).hasStackTraceContaining("one_team_at_a_time");
  }

  private static FloorPlan plan(String team) {
    return new FloorPlan().teams("North", "South").agents("1001").member("1001", team, 0, Span.END);
  }
}
