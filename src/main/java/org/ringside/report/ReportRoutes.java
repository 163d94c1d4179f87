package org.ringside.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.ringside.db.Tenants;
import org.ringside.floor.Floors;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.metric.Metric;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;
import org.ringside.source.Sources;

/** {@code GET /api/v1/reports/metrics}: any metric, by anybody, over any time. */
public final class ReportRoutes {
  /** Rows that go onto the wire at a time. */
  private static final int PIECE = 2_000;

  private final Organisations organisations;
  private final Tenants database;
  private final IntFunction<Future<Void>> flush;
  private final ReportDesk desk;
  private final Reports reports;

  /**
   * The routes of reports, with a worker thread of their own.
   *
   * @param flush makes the tallies of an organisation contain all its facts
   */
  public ReportRoutes(
      Vertx vertx,
      Tenants database,
      Floors floors,
      Organisations organisations,
      Sources sources,
      IntFunction<Future<Void>> flush) {
    this.organisations = organisations;
    this.database = database;
    this.flush = flush;
    this.desk = new ReportDesk(vertx);
    this.reports = new Reports(database, floors, sources);
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/reports/metrics", Permission.READ_REPORTS, this::metrics)
            .queries("by", "period", "from", "to", "zone", "metrics")
            .withinReach());
  }

  private Future<?> metrics(Call call) {
    Organisation organisation = organisations.find(call.organisation());
    if (organisation == null) {
      throw ProblemCode.UNAVAILABLE.because("The server is still loading.").refused();
    }
    var metrics = new ReportMetrics(organisation.currency());
    ReportQuery query = new ReportQueryReader(organisation.calendar(), metrics).read(call);
    if (query.by() == By.ORGANISATION && !call.reach().everywhere()) {
      throw ProblemCode.OUT_OF_REACH
          .because("by: agent, team or site is what you may see.")
          .refused();
    }
    refuseRemoved(organisation, query);
    ReportForm form = call.wantsCsv() ? ReportForm.CSV : ReportForm.JSON;
    return flush
        .apply(organisation.number())
        .compose(flushed -> refuseUnknown(organisation, metrics, query.metrics()))
        .compose(known -> desk.run(() -> reports.sum(organisation, query, call.reach())))
        .compose(summed -> answer(call, form, query, summed));
  }

  /** Where facts are kept for a time only, days of before are tallied, and hours are not. */
  private void refuseRemoved(Organisation organisation, ReportQuery query) {
    Instant since = organisations.factsSince(organisation.number());
    if (since != null && !query.fromTallies() && query.window().start().isBefore(since)) {
      throw Problem.badInput(
              "from",
              "not before "
                  + since
                  + ", since when facts are kept, for hours, other zones than the organisation's"
                  + " and bounds inside a day",
              since.toString())
          .refused();
    }
  }

  /** A counter that no metric has may still be one that a source brought. */
  private Future<Void> refuseUnknown(
      Organisation organisation, ReportMetrics metrics, List<Metric> asked) {
    Future<Void> known = Future.succeededFuture();
    for (String counter : metrics.doubtful(asked)) {
      known =
          known
              .compose(before -> everBooked(organisation.number(), counter))
              .compose(
                  found ->
                      found
                          ? Future.succeededFuture()
                          : Future.failedFuture(
                              Problem.badInput(List.of(metrics.unknown(counter))).refused()));
    }
    return known;
  }

  private Future<Boolean> everBooked(int organisation, String counter) {
    return TallySql.everBooked(database.of(organisation), organisation, counter);
  }

  private static Future<Void> answer(
      Call call, ReportForm form, ReportQuery query, List<ReportBook.Summed> summed) {
    HttpServerResponse response = call.request().response();
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, form.mediaType + "; charset=utf-8");
    if (form == ReportForm.CSV) {
      response.putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"metrics.csv\"");
    }
    return response
        .write(form.head)
        .compose(begun -> pieces(response, form, query, summed, 0))
        .compose(written -> response.end(form.tail))
        .recover(failure -> response.closed() ? gone() : Future.failedFuture(failure));
  }

  /** A reader who left before the end is no fault of ours. */
  private static Future<Void> gone() {
    return Future.succeededFuture();
  }

  private static Future<Void> pieces(
      HttpServerResponse response,
      ReportForm form,
      ReportQuery query,
      List<ReportBook.Summed> summed,
      int from) {
    if (from >= summed.size()) {
      return Future.succeededFuture();
    }
    int groups = Math.max(1, PIECE / query.metrics().size());
    int to = Math.min(from + groups, summed.size());
    var piece = new StringBuilder();
    for (int i = from; i < to; i++) {
      for (int m = 0; m < query.metrics().size(); m++) {
        ReportRow row = ReportRow.of(query.by(), summed.get(i), query.metrics().get(m));
        piece.append(form.row(row, i == 0 && m == 0));
      }
    }
    return response
        .write(piece.toString())
        .compose(written -> pieces(response, form, query, summed, to));
  }
}
