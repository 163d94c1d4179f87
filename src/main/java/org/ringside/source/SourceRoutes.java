package org.ringside.source;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.credential.Sealing;
import org.ringside.db.Tenants;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.FieldError;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Withdrawals;

/** Registering sources, what is known of them, and their heartbeats. */
public final class SourceRoutes {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}";

  private final Sources sources;
  private final Tenants database;
  private final InstantSource clock;
  private final Skews skews;
  private final SourceKeyRing ring;
  private final SourceKeyRoutes keys;

  public SourceRoutes(
      Sources sources,
      Tenants database,
      Sealing sealing,
      InstantSource clock,
      Skews skews,
      Withdrawals withdrawals) {
    this.sources = sources;
    this.database = database;
    this.clock = clock;
    this.skews = skews;
    this.ring = new SourceKeyRing(database, sealing, clock);
    this.keys = new SourceKeyRoutes(sources, ring, withdrawals);
  }

  public List<Endpoint> endpoints() {
    String one = "/api/v1/sources/:name";
    var all =
        new ArrayList<Endpoint>(
            List.of(
                Endpoint.get("/api/v1/sources", Permission.READ_SOURCES, this::list),
                Endpoint.post("/api/v1/sources", Permission.MANAGE_SOURCES, this::register),
                Endpoint.get(one + "/refusals", Permission.READ_SOURCES, this::refusals)
                    .queries("limit"),
                Endpoint.post(one + "/heartbeat", Permission.SEND_FACTS, this::heartbeat)));
    all.addAll(keys.endpoints());
    return all;
  }

  private Future<Void> list(Call call) {
    int organisation = call.organisation();
    var known = new SourceList(sources, skews, organisation, clock.instant());
    var tenant = database.of(organisation);
    return SourceKeySql.hooks(tenant, organisation)
        .compose(
            hooks ->
                SourceKeySql.active(tenant, organisation)
                    .compose(active -> call.items(known.items(hooks, active))));
  }

  static JsonObject json(Source source) {
    return new JsonObject()
        .put("name", source.name())
        .put("wrapUp", source.apart() ? "apart" : "inside")
        .put("detail", source.aggregated() ? "totals" : "calls")
        .put("serviceFrom", text(source.serviceFrom()))
        .put("serviceTo", text(source.serviceTo()));
  }

  private static @Nullable String text(@Nullable LocalTime time) {
    return time == null ? null : time.toString();
  }

  private enum WrapUp {
    INSIDE,
    APART
  }

  private enum Detail {
    CALLS,
    TOTALS
  }

  private Future<Void> register(Call call) {
    Fields body = call.body();
    String name = body.text("name", 64, "pbx-1");
    if (!name.matches(NAME)) {
      body.refuse(
          "name", "1 to 64 of A-Z a-z 0-9 . _ : / -, beginning with a letter or digit", "pbx-1");
    }
    boolean apart = body.choice("wrapUp", WrapUp.class, WrapUp.INSIDE) == WrapUp.APART;
    boolean totals = body.choice("detail", Detail.class, Detail.CALLS) == Detail.TOTALS;
    LocalTime from = time(body, "serviceFrom");
    LocalTime to = time(body, "serviceTo");
    if ((from == null) != (to == null)) {
      body.refuse("serviceTo", "both ends of the service hours, or none", "20:00");
    }
    body.done();
    Source before = sources.byName(call.organisation()).get(name);
    var declared = new Source(0, name, apart, totals, from, to);
    return sources
        .declare(call.organisation(), declared, act(call, before, declared))
        .compose(
            source ->
                before != null
                    ? call.json(200, json(source))
                    : ring.add(call, source, KeyKind.KEY, KeyKind.KEY.fresh())
                        .compose(key -> call.json(201, json(source).put("key", key))));
  }

  private static Act act(Call call, @Nullable Source before, Source declared) {
    return before == null
        ? Act.of(call, "source.registered", declared.name()).to(json(declared))
        : Act.of(call, "source.changed", declared.name()).from(json(before)).to(json(declared));
  }

  private static @Nullable LocalTime time(Fields body, String field) {
    String text = body.optionalText(field, 5, "08:00");
    try {
      return text == null ? null : LocalTime.parse(text);
    } catch (DateTimeException e) {
      body.refuse(field, "a time of day", "08:00");
      return null;
    }
  }

  private Future<Void> refusals(Call call) {
    List<Refusal> last = sources.refusals(call.organisation(), call.path("name"));
    return call.items(last.stream().limit(call.limit(100)).map(SourceRoutes::json).toList());
  }

  private static JsonObject json(Refusal refusal) {
    return new JsonObject()
        .put("at", refusal.at().toString())
        .put("id", refusal.id())
        .put("code", refusal.code())
        .put("field", refusal.field())
        .put("detail", refusal.detail())
        .put("errors", FieldError.toJson(refusal.errors()));
  }

  private Future<Void> heartbeat(Call call) {
    String name = call.path("name");
    String only = call.principal().source();
    if (only != null && !only.equals(name)) {
      throw ProblemCode.FORBIDDEN.because("This key speaks for " + only + " alone.").refused();
    }
    Fields body = call.body();
    Instant now = clock.instant();
    skews.note(call, now);
    Instant until = body.instant("time", "2026-11-16T09:00:00Z");
    body.done();
    Instant said = until == null ? now : until;
    if (said.isAfter(now.plusSeconds(300))) {
      throw Problem.badInput("time", "at most 5 minutes ahead", now.toString()).refused();
    }
    return sources.heartbeat(call.organisation(), name, said).compose(done -> call.noContent());
  }
}
