package org.ringside;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ringside.access.Access;
import org.ringside.access.Tokens;
import org.ringside.board.BoardRoutes;
import org.ringside.board.LiveMeters;
import org.ringside.contest.ContestRoutes;
import org.ringside.contest.SeriesRoutes;
import org.ringside.contract.ContractRoutes;
import org.ringside.fact.FactRoutes;
import org.ringside.floor.FloorRoutes;
import org.ringside.frame.Endpoint;
import org.ringside.organisation.OrganisationRoutes;
import org.ringside.report.ReportRoutes;
import org.ringside.rulebook.MetricRoutes;
import org.ringside.rulebook.RuleBookRoutes;
import org.ringside.scorer.PastContests;
import org.ringside.source.SourceRoutes;

/** The endpoints of all features, and a verticle per event loop that serves them. */
final class HttpServers {
  private final Parts parts;
  private final int port;
  private final Access access;
  private final PastContests pastContests;
  private final LiveMeters liveMeters;
  private final List<Endpoint> contract = new ContractRoutes().endpoints();
  private final List<HttpVerticle> verticles = new CopyOnWriteArrayList<>();

  HttpServers(Parts parts, int port) {
    this.parts = parts;
    this.port = port;
    this.liveMeters = new LiveMeters(parts.meters());
    this.pastContests =
        new PastContests(parts.vertx(), parts.database().pool(), parts.scorer(), parts.scorer());
    this.access =
        new Access(
            parts.bootstrapToken(),
            parts.scorer(),
            parts.database().pool(),
            parts.settings().clock());
  }

  Deployable verticle() {
    var verticle = new HttpVerticle(parts, port, access, liveMeters, endpoints());
    verticles.add(verticle);
    return verticle;
  }

  /** Everything the API can do, each with the permission that it asks. */
  List<Endpoint> endpoints() {
    var scorer = parts.scorer();
    var pool = parts.database().pool();
    var clock = parts.settings().clock();
    var mint = new SourceRoutes.KeyMint(() -> Tokens.fresh("rsk_"), Tokens::hash);
    var all = new ArrayList<Endpoint>();
    all.addAll(new FactRoutes(scorer, scorer, scorer, clock).endpoints());
    all.addAll(new SourceRoutes(scorer, pool, clock, mint).endpoints());
    all.addAll(new FloorRoutes(scorer, scorer, pool, scorer::flush).endpoints());
    all.addAll(new OrganisationRoutes(scorer).endpoints());
    all.addAll(new MetricRoutes(scorer).endpoints());
    all.addAll(new RuleBookRoutes(pool, scorer, clock).endpoints());
    all.addAll(new SeriesRoutes(scorer, scorer, scorer, pool, clock).endpoints());
    all.addAll(new ContestRoutes(scorer, scorer, scorer, pool, clock).endpoints());
    all.addAll(
        new ReportRoutes(
                parts.vertx(), parts.database().reportPool(), scorer, scorer, scorer, scorer::flush)
            .endpoints());
    all.addAll(new BoardRoutes(parts.boards(), pastContests, clock).endpoints());
    all.addAll(contract);
    all.addAll(new BuildRoutes().endpoints());
    return all;
  }

  Future<?> close() {
    return Future.join(verticles.stream().map(HttpVerticle::close).toList());
  }
}
