package org.ringside.organisation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.ringside.audit.Act;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Withdrawals;
import org.ringside.frame.Withdrawn;
import org.ringside.metric.BookingRules;

/** The caller's own organisation: its calendar and thresholds. */
public final class OrganisationRoutes {
  private static final int MAX_THRESHOLD_MS = 600_000;

  private final Organisations organisations;
  private final Withdrawals withdrawals;

  public OrganisationRoutes(Organisations organisations, Withdrawals withdrawals) {
    this.organisations = organisations;
    this.withdrawals = withdrawals;
  }

  public List<Endpoint> endpoints() {
    String path = "/api/v1/organisation";
    return List.of(
        Endpoint.get(path, Permission.READ_ORGANISATION, this::get),
        Endpoint.put(path, Permission.CHANGE_ORGANISATION, Endpoint.Body.SMALL, this::put));
  }

  private Organisation own(Call call) {
    Organisation own = organisations.find(call.organisation());
    if (own == null) {
      throw ProblemCode.UNAVAILABLE.because("The server is still loading.").refused();
    }
    return own;
  }

  private Future<Void> get(Call call) {
    return call.json(200, json(own(call)));
  }

  /** Fields that are not named stay as they are. */
  private Future<Void> put(Call call) {
    Organisation own = own(call);
    Fields body = call.body();
    String name = body.optionalText("name", 120, own.name());
    ServiceCalendar calendar = CalendarJson.read(body, own.calendar());
    String currency = body.optionalText("currency", 3, own.currency());
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      body.refuse("currency", "three capital letters (ISO 4217)", "CNY");
    }
    BookingRules rules = rules(body, own.bookingRules());
    boolean publicBoards =
        body.choice("boards", Boards.class, own.publicBoards() ? Boards.PUBLIC : Boards.PRIVATE)
            == Boards.PUBLIC;
    boolean factor =
        body.choice(
                "secondFactor", Factor.class, own.secondFactor() ? Factor.REQUIRED : Factor.OFFERED)
            == Factor.REQUIRED;
    body.done();
    var changed =
        new Organisation(
            own.number(),
            own.code(),
            name == null ? own.name() : name,
            calendar,
            currency == null ? own.currency() : currency,
            rules,
            publicBoards,
            factor,
            own.customerKey());
    Act act = Act.of(call, "organisation.changed", own.code()).from(json(own)).to(json(changed));
    return organisations
        .change(changed, act)
        .onSuccess(done -> tell(own, done))
        .compose(done -> call.json(200, json(done)));
  }

  /** Who watches without a credential may not any more. */
  private void tell(Organisation before, Organisation after) {
    if (before.publicBoards() && !after.publicBoards()) {
      withdrawals.tell(new Withdrawn(after.number(), Principal.ANYONE, null, false));
    }
  }

  /** Who may watch boards. */
  private enum Boards {
    PUBLIC,
    PRIVATE
  }

  /** Whether managers and administrators must have a second factor. */
  private enum Factor {
    REQUIRED,
    OFFERED
  }

  private static BookingRules rules(Fields body, BookingRules now) {
    return new BookingRules(
        body.integer("shortInboundMs", (int) now.shortInboundMs(), 0, MAX_THRESHOLD_MS),
        body.integer("validOutboundMs", (int) now.validOutboundMs(), 0, MAX_THRESHOLD_MS),
        body.integer("missedRingMs", (int) now.missedRingMs(), 0, MAX_THRESHOLD_MS));
  }

  private static JsonObject json(Organisation own) {
    return CalendarJson.put(
            new JsonObject().put("code", own.code()).put("name", own.name()), own.calendar())
        .put("currency", own.currency())
        .put("shortInboundMs", own.bookingRules().shortInboundMs())
        .put("validOutboundMs", own.bookingRules().validOutboundMs())
        .put("missedRingMs", own.bookingRules().missedRingMs())
        .put("boards", own.publicBoards() ? "public" : "private")
        .put("secondFactor", own.secondFactor() ? "required" : "offered");
  }
}
