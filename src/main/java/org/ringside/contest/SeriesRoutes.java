package org.ringside.contest;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import org.ringside.audit.Act;
import org.ringside.calendar.Window;
import org.ringside.db.Tenants;
import org.ringside.floor.Floors;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.ProblemCode;
import org.ringside.organisation.Organisations;
import org.ringside.organisation.Tenant;
import org.ringside.rulebook.NumberedRuleBook;

/** Series: weekly and monthly contests that open by themselves. */
public final class SeriesRoutes {
  private static final String PATH = "/api/v1/series";

  private final Contests contests;
  private final Floors floors;
  private final Organisations organisations;
  private final Tenants database;
  private final InstantSource clock;

  public SeriesRoutes(
      Contests contests,
      Floors floors,
      Organisations organisations,
      Tenants database,
      InstantSource clock) {
    this.contests = contests;
    this.floors = floors;
    this.organisations = organisations;
    this.database = database;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(PATH, Permission.MANAGE_CONTESTS, this::post).withinReach(),
        Endpoint.get(PATH, Permission.READ_CONTESTS, this::list));
  }

  private Future<Void> post(Call call) {
    Tenant tenant = Tenant.of(call, organisations);
    var floor = floors.current(tenant.number());
    Fields body = call.body();
    Terms terms = Terms.read(body, floor, tenant.organisation().calendar());
    if (terms.cadence() == Cadence.DATES) {
      body.refuse("cadence", "week or month", "week");
    }
    terms.keepWithin(call.reach(), floor, clock.millis());
    var choice = new RuleBookChoice(database.of(tenant.number()), tenant, floor);
    return choice
        .named(body, terms)
        .compose(book -> choice.fitting(book, terms, currentWindow(terms)))
        .compose(book -> open(call, draft(terms, book)));
  }

  private Window currentWindow(Terms terms) {
    return ContestPeriod.at(terms.calendar(), terms.cadence(), clock.instant()).window();
  }

  private static NewSeries draft(Terms terms, NumberedRuleBook book) {
    return new NewSeries(
        terms.name(),
        terms.cadence(),
        terms.competitors(),
        terms.competing(),
        terms.audiences(),
        book.number(),
        book.book().rules(),
        terms.calendar());
  }

  private Future<Void> open(Call call, NewSeries draft) {
    return SeriesSql.findNamed(database.of(call.organisation()), call.organisation(), draft)
        .compose(
            known ->
                known.isPresent()
                    ? Future.failedFuture(taken(known.get()))
                    : contests.openSeries(
                        call.organisation(), draft, Act.of(call, "series.opened", "")))
        .compose(
            opened ->
                call.json(201, SeriesJson.series(opened, floors.current(call.organisation()))));
  }

  private static Exception taken(int series) {
    return ProblemCode.CONFLICT
        .because("Series " + series + " has this name, cadence and competitors already.")
        .refused();
  }

  private Future<Void> list(Call call) {
    var floor = floors.current(call.organisation());
    return SeriesSql.load(database.of(call.organisation()), call.organisation())
        .compose(
            all -> call.items(all.stream().map(one -> SeriesJson.series(one, floor)).toList()));
  }
}
