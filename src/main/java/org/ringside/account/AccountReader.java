package org.ringside.account;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Site;
import org.ringside.floor.Team;
import org.ringside.frame.Fields;

/** What a request says about an account; faults are collected in its fields. */
final class AccountReader {
  private static final int MOST_ROLES = 50;

  private final Fields body;
  private final Floor floor;

  AccountReader(Fields body, Floor floor) {
    this.body = body;
    this.floor = floor;
  }

  String login() {
    String login = Logins.normal(body.text("login", Logins.MAX_LENGTH, Logins.EXAMPLE));
    if (!login.isEmpty() && !Logins.acceptable(login)) {
      body.refuse("login", "a name without blanks", Logins.EXAMPLE);
    }
    return login;
  }

  String name() {
    return body.text("name", 100, "李薇");
  }

  /** Number of the agent, null where none is named. */
  @Nullable Integer agent() {
    String code = body.optionalText("agent", 64, "1001");
    if (code == null) {
      return null;
    }
    Agent agent = floor.agent(code);
    if (agent == null) {
      body.refuse("agent", "the staff number of an agent on the roster, or null", "1001");
      return null;
    }
    return agent.no();
  }

  List<Assignment> roles() {
    var roles = new ArrayList<Assignment>();
    for (Fields one : body.objects("roles", MOST_ROLES)) {
      Assignment role = role(one);
      if (role != null && !roles.contains(role)) {
        roles.add(role);
      }
    }
    return roles;
  }

  private @Nullable Assignment role(Fields one) {
    if (!one.has("role")) {
      one.refuse("role", "one of agent, leader, quality, manager, administrator, auditor", "agent");
    }
    Role role = one.choice("role", Role.class, Role.AGENT);
    Integer site = site(one);
    Integer team = team(one);
    one.refuseUnread();
    if (site != null && team != null) {
      one.refuse("team", "a site or a team, not both", "");
      return null;
    }
    if (!role.canBePartial() && (site != null || team != null)) {
      one.refuse(site != null ? "site" : "team", "nothing: this role is of the organisation", "");
      return null;
    }
    return new Assignment(role, site, team);
  }

  private @Nullable Integer site(Fields one) {
    String code = one.optionalText("site", 64, "shanghai");
    Site site = code == null ? null : floor.site(code);
    if (code != null && site == null) {
      one.refuse("site", "the code of a site on the roster", "shanghai");
    }
    return site == null ? null : site.no();
  }

  private @Nullable Integer team(Fields one) {
    String code = one.optionalText("team", 64, "blue");
    Team team = code == null ? null : floor.team(code);
    if (code != null && team == null) {
      one.refuse("team", "the code of a team on the roster", "blue");
    }
    return team == null ? null : team.no();
  }
}
