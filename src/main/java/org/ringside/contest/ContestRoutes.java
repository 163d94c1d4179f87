package org.ringside.contest;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.db.Tenants;
import org.ringside.floor.Floor;
import org.ringside.floor.Floors;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Page;
import org.ringside.frame.Permission;
import org.ringside.frame.ProblemCode;
import org.ringside.organisation.CalendarJson;
import org.ringside.organisation.Organisations;
import org.ringside.organisation.Tenant;
import org.ringside.rulebook.NumberedRuleBook;

/** Contests: opened, listed, shown, and proved by booking their facts again. */
public final class ContestRoutes {
  private static final String PATH = "/api/v1/contests";
  private static final int PAGE = 50;

  private final Contests contests;
  private final Floors floors;
  private final Organisations organisations;
  private final Tenants database;
  private final InstantSource clock;

  public ContestRoutes(
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
        Endpoint.get(PATH, Permission.READ_CONTESTS, this::list).queries("cursor", "limit"),
        Endpoint.get(PATH + "/:id", Permission.READ_CONTESTS, this::get),
        Endpoint.post(PATH + "/:id/rebuild", Permission.MANAGE_CONTESTS, this::rebuild));
  }

  private Future<Void> post(Call call) {
    Tenant tenant = Tenant.of(call, organisations);
    Floor floor = floors.current(tenant.number());
    Fields body = call.body();
    Terms terms = Terms.read(body, floor, tenant.organisation().calendar());
    @Nullable ContestPeriod period = PeriodReader.read(body, terms, clock.instant());
    terms.keepWithin(call.reach(), floor, clock.millis());
    var choice = new RuleBookChoice(database.of(tenant.number()), tenant, floor);
    return choice
        .named(body, terms)
        .compose(book -> open(call, choice, book, terms, Objects.requireNonNull(period)));
  }

  private Future<Void> open(
      Call call, RuleBookChoice choice, NumberedRuleBook named, Terms terms, ContestPeriod period) {
    return choice
        .fitting(named, terms, period.window())
        .compose(book -> open(call, draft(terms, book, period)));
  }

  private static NewContest draft(Terms terms, NumberedRuleBook book, ContestPeriod period) {
    return new NewContest(
        terms.name(),
        null,
        terms.cadence(),
        terms.competitors(),
        terms.competing(),
        terms.audiences(),
        book.number(),
        book.book().rules(),
        terms.calendar(),
        period);
  }

  private Future<Void> open(Call call, NewContest draft) {
    return contests
        .open(call.organisation(), draft, Act.of(call, "contest.opened", ""))
        .compose(opened -> call.json(201, json(opened, call)));
  }

  private Future<Void> list(Call call) {
    Tenant tenant = Tenant.of(call, organisations);
    Page page = Page.of(call, PAGE);
    return ContestSql.page(
            database.of(tenant.number()),
            tenant.number(),
            tenant.catalogue(),
            page.below(),
            page.read())
        .compose(read -> page.answer(call, read, Contest::number, contest -> json(contest, call)));
  }

  private Future<Void> get(Call call) {
    Tenant tenant = Tenant.of(call, organisations);
    int number = call.pathNumber("id");
    return ContestSql.find(
            database.of(tenant.number()), tenant.number(), tenant.catalogue(), number)
        .compose(
            found ->
                call.json(
                    200,
                    json(
                        found.orElseThrow(
                            () ->
                                ProblemCode.NOT_FOUND
                                    .because("There is no contest " + number + ".")
                                    .refused()),
                        call)));
  }

  /** The contest with what depends on the time and on the floor. */
  private JsonObject json(Contest contest, Call call) {
    JsonObject json =
        CalendarJson.put(ContestJson.contest(contest), contest.calendar())
            .put("state", contest.state(clock.instant()).wire());
    Floor floor = floors.current(call.organisation());
    return SeriesJson.competing(json, contest.competitors(), contest.competing(), floor);
  }

  private Future<Void> rebuild(Call call) {
    int number = call.pathNumber("id");
    return contests
        .rebuild(call.organisation(), number, Act.of(call, "contest.rebuilt", "contest:" + number))
        .compose(
            rebuilt ->
                call.json(
                    200,
                    new JsonObject()
                        .put("facts", rebuilt.facts())
                        .put("rows", rebuilt.rows())
                        .put("changed", rebuilt.changed())));
  }
}
