package org.ringside.rulebook;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.metric.Benchmark;
import org.ringside.metric.FactType;
import org.ringside.metric.Gate;
import org.ringside.metric.Metric;
import org.ringside.organisation.Organisations;
import org.ringside.organisation.Tenant;

/** The catalogue of metrics (R7), as the form of a rule book and every reader needs it. */
public final class MetricRoutes {
  private final Organisations organisations;

  public MetricRoutes(Organisations organisations) {
    this.organisations = organisations;
  }

  /** What a metric means is the same wherever somebody may watch. */
  public List<Endpoint> endpoints() {
    return List.of(Endpoint.get("/api/v1/metrics", Permission.WATCH, this::list).withinReach());
  }

  private Future<Void> list(Call call) {
    List<Metric> all = Tenant.of(call, organisations).catalogue().all();
    return call.items(all.stream().map(MetricRoutes::json).toList());
  }

  private static JsonObject json(Metric metric) {
    return new JsonObject()
        .put("id", metric.id())
        .put("number", metric.number())
        .put("unit", metric.unit().wire())
        .put("goal", metric.goal().wire())
        .put("scope", metric.scope().wire())
        .put("volume", metric.volume())
        .put("formula", metric.formula())
        .put("numerator", metric.numerator().toString())
        .put("denominator", metric.denominator() == null ? null : metric.denominator().toString())
        .put("gate", gate(metric.defaultGate()))
        .put("teamGate", gate(metric.teamGate()))
        .put("benchmark", benchmark(metric.benchmark()))
        .put("gaming", metric.gaming())
        .put("needs", new JsonArray(metric.needs().stream().map(FactType::wire).sorted().toList()));
  }

  private static @Nullable JsonObject gate(@Nullable Gate gate) {
    return gate == null ? null : RuleBookJson.gate(gate);
  }

  private static @Nullable JsonObject benchmark(@Nullable Benchmark benchmark) {
    return benchmark == null
        ? null
        : new JsonObject()
            .put("value", RuleBookJson.plain(benchmark.value()))
            .put("source", benchmark.source());
  }
}
