package org.ringside.bench;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * From the instant at which a fact is due to be sent until the frame that shows it is on a socket,
 * for every fact and every socket that watches its board: intake, commit, booking, ranking, pace
 * and delivery together.
 *
 * <p>A fact is a handled call and gives its team one point; facts of one team go over one
 * connection and so arrive in order. A frame that shows a team at n points shows its n-th fact.
 */
final class LiveBench {
  private static final int FACTS = 1_000;
  private static final int BATCH = 10;
  private static final int CONNECTIONS = 4;
  private static final double WARM_SECONDS = 60;
  private static final double SECONDS = 20;

  private final Rig rig;
  private final Table table;

  LiveBench(Rig rig, Table table) {
    this.rig = rig;
    this.table = table;
  }

  /**
   * Boards that the pace of ten frames a second holds back: each has at least 50 facts a second.
   *
   * @param sites over which facts and sockets are spread, two boards each
   */
  void sites(int sockets, int sites) {
    run(sockets, 2 * sites, sites, number -> siteBoard(number % sites, number / sites % 2));
  }

  /** Boards of two teams each, with five facts a second, which go out as they come. */
  void pairs(int sockets) {
    run(
        sockets,
        BenchFloor.PAIRS,
        BenchFloor.SITES,
        number -> pairBoard(number % BenchFloor.PAIRS));
  }

  private static Watchers.Choice siteBoard(int site, int month) {
    return new Watchers.Choice(
        BenchFloor.contestOfSite(site) + month, team -> BenchFloor.siteOf(team) == site);
  }

  private static Watchers.Choice pairBoard(int pair) {
    return new Watchers.Choice(
        BenchFloor.contestOfPair(pair), team -> BenchFloor.pairOf(team) == pair);
  }

  private void run(int sockets, int boards, int sites, IntFunction<Watchers.Choice> choices) {
    var due = new DueTimes();
    var watchers = new Watchers(rig, due);
    Rig.await(watchers.connect(sockets, choices));
    List<TeamCalls> calls = calls(sites, due);
    Rig.await(load(calls, WARM_SECONDS));
    Rig.await(watchers.record());
    CpuUse before = rig.cpu();
    Outcomes outcomes = Rig.await(load(calls, SECONDS));
    Shown shown = Rig.await(watchers.allShown());
    CpuUse cpu = rig.cpu().since(before);
    table.live(
        "fact → frame, %,d sockets on %d boards".formatted(sockets, boards),
        FACTS,
        outcomes,
        shown,
        cpu);
    table.note("server's memory: " + CpuUse.memoryOf(rig.server().pid()));
    Rig.await(watchers.close());
  }

  private List<TeamCalls> calls(int sites, DueTimes due) {
    var calls = new ArrayList<TeamCalls>();
    for (int connection = 0; connection < CONNECTIONS; connection++) {
      var teams = new ArrayList<Integer>();
      for (int team = 0; team < BenchFloor.TEAMS; team++) {
        if (BenchFloor.siteOf(team) < sites
            && team / BenchFloor.SITES % CONNECTIONS == connection) {
          teams.add(team);
        }
      }
      calls.add(
          new TeamCalls(
              "bench-live-" + sites + "-" + connection,
              teams,
              due,
              new Requests(rig.vertx(), rig.server(), 1)));
    }
    return calls;
  }

  private Future<Outcomes> load(List<TeamCalls> calls, double seconds) {
    return new OpenLoop(
            rig.vertx(),
            (double) FACTS / BATCH,
            seconds,
            (number, due) -> calls.get((int) (number % CONNECTIONS)).send(BATCH, due))
        .run();
  }
}
