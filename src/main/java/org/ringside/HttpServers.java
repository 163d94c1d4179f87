package org.ringside;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ringside.audit.AuditRoutes;
import org.ringside.board.BoardRoutes;
import org.ringside.board.Crowd;
import org.ringside.board.LiveKnobs;
import org.ringside.board.LiveMeters;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.contest.ContestRoutes;
import org.ringside.contest.SeriesRoutes;
import org.ringside.contract.ContractRoutes;
import org.ringside.fact.FactRoutes;
import org.ringside.floor.FloorRoutes;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Limits;
import org.ringside.frame.UnprovenBodies;
import org.ringside.organisation.FoundingRoutes;
import org.ringside.organisation.OrganisationRoutes;
import org.ringside.person.ErasureFile;
import org.ringside.person.Farewell;
import org.ringside.person.PersonExport;
import org.ringside.person.PersonRoutes;
import org.ringside.report.ReportRoutes;
import org.ringside.retention.RetentionRoutes;
import org.ringside.rulebook.MetricRoutes;
import org.ringside.rulebook.RuleBookRoutes;
import org.ringside.scorer.PastContests;
import org.ringside.source.Skews;
import org.ringside.source.SourceRoutes;

/** The endpoints of all features, and a verticle per event loop that serves them. */
final class HttpServers {
  private final Parts parts;
  private final int port;
  private final Crowd crowd;
  private final PastContests pastContests;
  private final LiveMeters liveMeters;
  private final PersonExport personExport;
  private final Farewell farewell;
  private final Skews skews;
  private final Limits limits;
  private final UnprovenBodies unproven;
  private final List<Endpoint> contract = new ContractRoutes().endpoints();
  private final List<HttpVerticle> verticles = new CopyOnWriteArrayList<>();

  HttpServers(Parts parts, int port) {
    this.parts = parts;
    this.port = port;
    this.liveMeters = new LiveMeters(parts.meters());
    this.skews = new Skews(parts.meters());
    this.limits = new Limits(parts.settings().knobs(), parts.settings().clock(), parts.meters());
    this.unproven =
        new UnprovenBodies(UnprovenBodies.MOST_BYTES, UnprovenBodies.MOST_OF_ONE, parts.meters());
    this.pastContests =
        new PastContests(parts.vertx(), parts.database().tenants(), parts.scorer(), parts.scorer());
    this.personExport = new PersonExport(parts.database().reportTenants());
    this.farewell =
        new Farewell(
            parts.vertx(),
            new ErasureFile(parts.settings().data().resolve(ErasureFile.NAME)),
            parts.identity()::over);
    this.crowd =
        new Crowd(
            parts.settings().knobs().get(LiveKnobs.PER_PERSON),
            parts.settings().knobs().get(LiveKnobs.PER_ORGANISATION));
  }

  Deployable verticle() {
    var verticle = new HttpVerticle(parts, port, limits, unproven, crowd, liveMeters, endpoints());
    verticles.add(verticle);
    return verticle;
  }

  /** Everything the API can do, each with the permission that it asks. */
  List<Endpoint> endpoints() {
    var scorer = parts.scorer();
    var tenants = parts.database().tenants();
    var clock = parts.settings().clock();
    var all = new ArrayList<Endpoint>();
    all.addAll(new FactRoutes(scorer, scorer, scorer, skews, clock).endpoints());
    all.addAll(
        new SourceRoutes(
                scorer,
                tenants,
                parts.identity().sealing(),
                clock,
                skews,
                parts.identity().withdrawals())
            .endpoints());
    all.addAll(new FloorRoutes(scorer, scorer, tenants, scorer::flush).endpoints());
    all.addAll(new OrganisationRoutes(scorer, parts.identity().withdrawals()).endpoints());
    all.addAll(new RetentionRoutes(tenants, scorer, clock).endpoints());
    all.addAll(
        new PersonRoutes(tenants, scorer, scorer, personExport, farewell, scorer::flush, clock)
            .endpoints());
    all.addAll(new MetricRoutes(scorer).endpoints());
    all.addAll(new RuleBookRoutes(tenants, scorer, clock).endpoints());
    all.addAll(new SeriesRoutes(scorer, scorer, scorer, tenants, clock).endpoints());
    all.addAll(new ContestRoutes(scorer, scorer, scorer, tenants, clock).endpoints());
    all.addAll(
        new ReportRoutes(
                parts.vertx(),
                parts.database().reportTenants(),
                scorer,
                scorer,
                scorer,
                scorer::flush)
            .endpoints());
    all.addAll(new BoardRoutes(parts.boards(), pastContests, clock).endpoints());
    all.addAll(parts.identity().endpoints());
    all.addAll(new AuditRoutes(parts.database().tenants()).endpoints());
    all.addAll(new FoundingRoutes(scorer, ServiceCalendar.of(parts.settings().zone())).endpoints());
    all.addAll(new KeyRoutes(parts.identity().signingKeys(), clock).endpoints());
    all.addAll(contract);
    all.addAll(new BuildRoutes().endpoints());
    return all;
  }

  Future<?> close() {
    return Future.join(verticles.stream().map(HttpVerticle::close).toList());
  }
}
