package org.ringside.organisation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import org.ringside.audit.Act;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.metric.BookingRules;

/** The organisations of this server, for whoever runs it. */
public final class FoundingRoutes {
  private static final String PATH = "/api/v1/organisations";
  private static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Organisations organisations;
  private final ServiceCalendar calendar;

  /**
   * @param calendar of an organisation that names none of its own
   */
  public FoundingRoutes(Organisations organisations, ServiceCalendar calendar) {
    this.organisations = organisations;
    this.calendar = calendar;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(PATH, Permission.FOUND_ORGANISATIONS, this::list),
        Endpoint.post(PATH, Permission.FOUND_ORGANISATIONS, this::found));
  }

  private Future<Void> list(Call call) {
    return call.items(
        organisations.all().stream()
            .sorted(Comparator.comparingInt(Organisation::number))
            .map(FoundingRoutes::json)
            .toList());
  }

  private static JsonObject json(Organisation one) {
    return new JsonObject().put("code", one.code()).put("name", one.name());
  }

  private Future<Void> found(Call call) {
    Fields body = call.body();
    String code = body.text("code", 40, "acme");
    if (!code.isEmpty() && !code.matches(CODE)) {
      body.refuse("code", "1 to 40 of a-z 0-9 -, beginning with a letter or digit", "acme");
    }
    String name = body.text("name", 120, "Acme");
    ServiceCalendar own = CalendarJson.read(body, calendar);
    String currency = body.optionalText("currency", 3, "CNY");
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      body.refuse("currency", "three capital letters (ISO 4217)", "CNY");
    }
    body.done();
    var fresh =
        new Organisation(
            0,
            code,
            name,
            own,
            currency == null ? "CNY" : currency,
            BookingRules.defaults(),
            false,
            true,
            key());
    return organisations
        .found(fresh, Act.of(call, "organisation.founded", code).to(json(fresh)))
        .compose(founded -> call.json(201, json(founded)));
  }

  private static byte[] key() {
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }
}
