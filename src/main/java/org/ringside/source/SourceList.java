package org.ringside.source;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each source at one instant: declaration, watermark, clock, refusals, keys.
 *
 * @param organisation whose sources they are
 */
record SourceList(Sources sources, Skews skews, int organisation, Instant now) {
  private static final String HOOKS = "/api/v1/hooks/";

  /**
   * One object each.
   *
   * @param hooks addresses by numbers of sources
   * @param active keys and secrets of all of them
   */
  List<JsonObject> items(Map<Integer, UUID> hooks, List<SourceKeySql.Active> active) {
    return sources.heard(organisation).stream()
        .map(
            heard ->
                json(heard)
                    .put("hook", address(hooks.get(heard.source().number())))
                    .put("keys", hints(active, heard.source(), KeyKind.KEY))
                    .put("secrets", hints(active, heard.source(), KeyKind.SECRET)))
        .toList();
  }

  private JsonObject json(SourceSql.Heard heard) {
    Instant until = heard.heardUntil();
    String name = heard.source().name();
    return SourceRoutes.json(heard.source())
        .put("heardUntil", text(until))
        .put("seenAt", text(heard.seenAt()))
        .put("lagSeconds", until == null ? null : now.getEpochSecond() - until.getEpochSecond())
        .put("skewSeconds", skews.seconds(organisation, name))
        .put("refused", counts(sources.refusalCounts(organisation, name)));
  }

  private static JsonObject counts(Map<String, Long> byCode) {
    var json = new JsonObject();
    new TreeMap<>(byCode).forEach(json::put);
    return json;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static @Nullable String address(@Nullable UUID hook) {
    return hook == null ? null : HOOKS + hook + "/facts";
  }

  private static JsonArray hints(List<SourceKeySql.Active> active, Source source, KeyKind kind) {
    var json = new JsonArray();
    active.stream()
        .filter(one -> one.source() == source.number() && one.kind() == kind)
        .map(one -> new JsonObject().put("hint", one.hint()).put("since", text(one.since())))
        .forEach(json::add);
    return json;
  }
}
