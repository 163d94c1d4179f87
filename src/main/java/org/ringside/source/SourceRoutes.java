package org.ringside.source;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.FieldError;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;

/** Registering sources, their keys, and their heartbeats. */
public final class SourceRoutes {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}";
  private static final int HINT = 12;
  private static final ProblemCode TOO_MANY_KEYS =
      new ProblemCode("TOO_MANY_KEYS", 409, "A source has at most two active keys.");

  private final Sources sources;
  private final SqlClient database;
  private final InstantSource clock;
  private final KeyMint mint;

  /** Makes keys and their hashes; the access feature does. */
  public record KeyMint(java.util.function.Supplier<String> fresh, Function<String, byte[]> hash) {}

  public SourceRoutes(Sources sources, SqlClient database, InstantSource clock, KeyMint mint) {
    this.sources = sources;
    this.database = database;
    this.clock = clock;
    this.mint = mint;
  }

  public List<Endpoint> endpoints() {
    String one = "/api/v1/sources/:name";
    return List.of(
        Endpoint.get("/api/v1/sources", Permission.ADMINISTER, this::list),
        Endpoint.post("/api/v1/sources", Permission.ADMINISTER, this::register),
        Endpoint.post(one + "/keys", Permission.ADMINISTER, this::addKey),
        Endpoint.delete(one + "/keys/:hint", Permission.ADMINISTER, this::revokeKey),
        Endpoint.get(one + "/refusals", Permission.ADMINISTER, this::refusals).queries("limit"),
        Endpoint.post(one + "/heartbeat", Permission.SEND_FACTS, this::heartbeat));
  }

  private Future<Void> list(Call call) {
    Instant now = clock.instant();
    return call.items(
        sources.heard(call.organisation()).stream().map(heard -> json(heard, now)).toList());
  }

  private static JsonObject json(SourceSql.Heard heard, Instant now) {
    Instant until = heard.heardUntil();
    Instant seen = heard.seenAt();
    return json(heard.source())
        .put("heardUntil", until == null ? null : until.toString())
        .put("seenAt", seen == null ? null : seen.toString())
        .put("lagSeconds", until == null ? null : now.getEpochSecond() - until.getEpochSecond());
  }

  private static JsonObject json(Source source) {
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
    boolean known = sources.byName(call.organisation()).containsKey(name);
    return sources
        .declare(call.organisation(), new Source(0, name, apart, totals, from, to))
        .compose(
            source ->
                known
                    ? call.json(200, json(source))
                    : mintKey(call, source)
                        .compose(key -> call.json(201, json(source).put("key", key))));
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

  private Source find(Call call) {
    Source source = sources.byName(call.organisation()).get(call.path("name"));
    if (source == null) {
      throw ProblemCode.NOT_FOUND.because("There is no such source.").refused();
    }
    return source;
  }

  private Future<Void> addKey(Call call) {
    Source source = find(call);
    return SourceSql.activeKeys(database, call.organisation(), source.number())
        .compose(
            active -> {
              if (active >= 2) {
                throw TOO_MANY_KEYS.because("Revoke one of the two first.").refused();
              }
              return mintKey(call, source);
            })
        .compose(
            key -> call.json(201, new JsonObject().put("name", source.name()).put("key", key)));
  }

  /** The key is in this answer and nowhere else. */
  private Future<String> mintKey(Call call, Source source) {
    String key = mint.fresh().get();
    return SourceSql.addKey(
            database,
            call.organisation(),
            source.number(),
            mint.hash().apply(key),
            key.substring(0, HINT),
            clock.instant())
        .map(key);
  }

  private Future<Void> revokeKey(Call call) {
    Source source = find(call);
    return SourceSql.revokeKey(
            database, call.organisation(), source.number(), call.path("hint"), clock.instant())
        .compose(
            found -> {
              if (!found) {
                throw ProblemCode.NOT_FOUND
                    .because("There is no active key with that hint.")
                    .refused();
              }
              return call.noContent();
            });
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
    Instant until = body.instant("time", "2026-11-16T09:00:00Z");
    body.done();
    Instant said = until == null ? now : until;
    if (said.isAfter(now.plusSeconds(300))) {
      throw Problem.badInput("time", "at most 5 minutes ahead", now.toString()).refused();
    }
    return sources.heartbeat(call.organisation(), name, said).compose(done -> call.noContent());
  }
}
