package org.ringside.oidc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Names;

/** Set-ups as JSON, without any secret. */
final class SetupJson {
  private SetupJson() {}

  /** As the API has it, and the audit log. */
  static JsonObject of(Setup setup) {
    var client = setup.confidential() ? SetupReader.Client.CONFIDENTIAL : SetupReader.Client.PUBLIC;
    return new JsonObject()
        .put("issuer", setup.issuer())
        .put("clientId", setup.clientId())
        .put("client", Names.wire(client))
        .mergeIn(settings(setup));
  }

  /** What {@link SetupReader#settings} reads. */
  static JsonObject settings(Setup setup) {
    var trust = setup.trust();
    var rules = new JsonArray();
    setup.rules().forEach(rule -> rules.add(of(rule)));
    return new JsonObject()
        .put("scopes", new JsonArray(setup.scopes()))
        .put("label", setup.label())
        .put("login", setup.login())
        .put("agent", setup.agent())
        .put("newcomers", trust.provision() ? "made" : "refused")
        .put("existing", trust.linkByLogin() ? "linked" : "refused")
        .put("roles", trust.replaceRoles() ? "replaced" : "kept")
        .put("administrators", trust.administrators() ? "provider" : "local")
        .put("secondFactor", factor(setup))
        .put("rules", rules);
  }

  private static @Nullable JsonObject factor(Setup setup) {
    Setup.Factor factor = setup.factor();
    return factor == null
        ? null
        : new JsonObject()
            .put("claim", factor.claim())
            .put("values", new JsonArray(factor.values()));
  }

  private static JsonObject of(RoleRule rule) {
    var json =
        new JsonObject()
            .put("claim", rule.claim())
            .put("value", rule.value())
            .put("role", Names.wire(rule.role()));
    return rule.where() == null ? json : json.put(field(rule.place()), rule.where());
  }

  /** The field that holds where a rule is for. */
  static String field(RoleRule.Place place) {
    return switch (place) {
      case EVERYWHERE -> "everywhere";
      case SITE -> "site";
      case TEAM -> "team";
      case SITE_CLAIM -> "siteClaim";
      case TEAM_CLAIM -> "teamClaim";
    };
  }
}
