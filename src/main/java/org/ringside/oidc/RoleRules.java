package org.ringside.oidc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.ringside.account.Assignment;
import org.ringside.floor.Floor;
import org.ringside.floor.Site;
import org.ringside.floor.Team;

/** The roles that follow from claims. Pure. */
final class RoleRules {
  /** As many as an account may have. */
  private static final int MOST = 50;

  private RoleRules() {}

  /** Sites and teams that are not on the roster give no role. */
  static List<Assignment> assignments(List<RoleRule> rules, Claims claims, Floor floor) {
    var all = new LinkedHashSet<Assignment>();
    rules.stream()
        .filter(rule -> applies(rule, claims))
        .flatMap(rule -> assignments(rule, claims, floor))
        .limit(MOST)
        .forEach(all::add);
    return new ArrayList<>(all);
  }

  private static boolean applies(RoleRule rule, Claims claims) {
    return rule.claim() == null || claims.values(rule.claim()).contains(rule.value());
  }

  private static Stream<Assignment> assignments(RoleRule rule, Claims claims, Floor floor) {
    String where = rule.where();
    if (where == null) {
      return Stream.of(Assignment.everywhere(rule.role()));
    }
    return switch (rule.place()) {
      case EVERYWHERE -> Stream.of(Assignment.everywhere(rule.role()));
      case SITE -> inSite(rule, where, floor);
      case TEAM -> inTeam(rule, where, floor);
      case SITE_CLAIM -> claims.values(where).stream().flatMap(code -> inSite(rule, code, floor));
      case TEAM_CLAIM -> claims.values(where).stream().flatMap(code -> inTeam(rule, code, floor));
    };
  }

  private static Stream<Assignment> inSite(RoleRule rule, String code, Floor floor) {
    Site site = floor.site(code);
    return site == null ? Stream.empty() : Stream.of(new Assignment(rule.role(), site.no(), null));
  }

  private static Stream<Assignment> inTeam(RoleRule rule, String code, Floor floor) {
    Team team = floor.team(code);
    return team == null ? Stream.empty() : Stream.of(new Assignment(rule.role(), null, team.no()));
  }
}
