package org.ringside.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Site;
import org.ringside.floor.Team;

/** Accounts as JSON: agents, sites and teams by their codes. */
final class AccountJson {
  private AccountJson() {}

  static JsonObject of(Account account, Floor floor) {
    var roles = new JsonArray();
    account.roles().forEach(one -> roles.add(of(one, floor)));
    return new JsonObject()
        .put("number", account.number())
        .put("login", account.login())
        .put("name", account.name())
        .put("agent", agent(account.agent(), floor))
        .put("state", state(account))
        .put("secondFactor", account.hasSecondFactor())
        .put("singleSignOn", account.linked())
        .put("roles", roles);
  }

  private static String state(Account account) {
    if (!account.active()) {
      return "blocked";
    }
    return account.hasPassword() || account.linked() ? "active" : "invited";
  }

  private static @Nullable String agent(@Nullable Integer number, Floor floor) {
    Agent agent = number == null ? null : floor.agent(number);
    return agent == null ? null : agent.code();
  }

  private static JsonObject of(Assignment one, Floor floor) {
    var json = new JsonObject().put("role", one.role().name().toLowerCase(Locale.ROOT));
    Site site = one.site() == null ? null : floor.site(one.site());
    Team team = one.team() == null ? null : floor.team(one.team());
    return json.put("site", site == null ? null : site.code())
        .put("team", team == null ? null : team.code());
  }
}
