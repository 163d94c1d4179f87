package org.ringside.oidc;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.account.Role;
import org.ringside.account.Voucher;
import org.ringside.floor.Floor;
import org.ringside.frame.Fields;

/** What a request, or the database, says of a set-up; faults are collected in its fields. */
final class SetupReader {
  private static final int MOST_RULES = 100;
  private static final int MAX_CLAIM = 100;
  private static final int MAX_VALUE = 200;
  private static final String CLAIM = "preferred_username";

  private final Fields body;
  private final @Nullable Floor floor;

  /**
   * @param floor whose sites and teams there are; null where they are not looked at
   */
  SetupReader(Fields body, @Nullable Floor floor) {
    this.body = body;
    this.floor = floor;
  }

  enum Client {
    CONFIDENTIAL,
    PUBLIC
  }

  /** What becomes of somebody who has no account. */
  enum Newcomers {
    REFUSED,
    MADE
  }

  /** What becomes of an account that has the same login and is nobody's at the provider. */
  enum Existing {
    REFUSED,
    LINKED
  }

  /** What becomes of the roles of an account at each sign-in. */
  enum Roles {
    KEPT,
    REPLACED
  }

  /** Who says who administrates. */
  enum Administrators {
    LOCAL,
    PROVIDER
  }

  Setup read(List<URI> allowed) {
    String issuer = body.text("issuer", ProviderAddress.MAX_LENGTH, "https://login.example/acme");
    if (!issuer.isEmpty() && ProviderAddress.issuer(issuer, allowed).isEmpty()) {
      body.refuse("issuer", expected(allowed), "https://login.example/acme");
    }
    String clientId = body.text("clientId", 200, "ringside");
    boolean confidential =
        body.choice("client", Client.class, Client.CONFIDENTIAL) == Client.CONFIDENTIAL;
    return settings(issuer, clientId, confidential);
  }

  private static String expected(List<URI> allowed) {
    String where =
        allowed.isEmpty()
            ? "by https, or by http on this machine"
            : "at one of the addresses that the server's operator allows";
    return "the issuer's address without query, " + where;
  }

  /** All but what stands in columns of its own. */
  Setup settings(String issuer, String clientId, boolean confidential) {
    List<String> scopes = scopes();
    String label = body.text("label", 60, "Acme account");
    String login = claim(body, "login", CLAIM);
    String agent = claim(body, "agent", null);
    boolean made = body.choice("newcomers", Newcomers.class, Newcomers.REFUSED) == Newcomers.MADE;
    boolean linked = body.choice("existing", Existing.class, Existing.REFUSED) == Existing.LINKED;
    boolean replaced = body.choice("roles", Roles.class, Roles.KEPT) == Roles.REPLACED;
    boolean administrators =
        body.choice("administrators", Administrators.class, Administrators.LOCAL)
            == Administrators.PROVIDER;
    List<RoleRule> rules = rules(administrators);
    if (rules.isEmpty() && (made || replaced)) {
      body.refuse("rules", "a rule at least, where roles come from the provider", "[{}]");
    }
    var trust = new Voucher.Trust(made, linked, replaced, administrators);
    return new Setup(
        issuer,
        clientId,
        confidential,
        scopes,
        label,
        login == null ? CLAIM : login,
        agent,
        rules,
        factor(),
        trust);
  }

  private List<String> scopes() {
    if (!body.has("scopes")) {
      body.texts("scopes", 0, 1, "profile");
      return List.of("profile", "email");
    }
    var scopes = new LinkedHashSet<>(body.texts("scopes", 20, 100, "profile"));
    if (!scopes.stream().allMatch(scope -> scope.matches("[!#-\\[\\]-~]+"))) {
      body.refuse("scopes", "names without blanks", "[\"profile\", \"email\"]");
    }
    scopes.remove("openid");
    return List.copyOf(scopes);
  }

  private static @Nullable String claim(Fields from, String field, @Nullable String unlessTold) {
    String claim = from.optionalText(field, MAX_CLAIM, CLAIM);
    return claim == null ? unlessTold : claim;
  }

  private Setup.@Nullable Factor factor() {
    Fields factor = body.object("secondFactor");
    if (factor == null) {
      return null;
    }
    String claim = factor.text("claim", MAX_CLAIM, "amr");
    List<String> values = factor.texts("values", 20, MAX_VALUE, "mfa");
    if (values.isEmpty()) {
      factor.refuse("values", "the values that stand for a second factor", "[\"mfa\"]");
    }
    factor.refuseUnread();
    return new Setup.Factor(claim, values);
  }

  private List<RoleRule> rules(boolean administrators) {
    var rules = new ArrayList<RoleRule>();
    for (Fields one : body.objects("rules", MOST_RULES)) {
      rules.add(rule(one, administrators));
    }
    return rules;
  }

  private RoleRule rule(Fields one, boolean administrators) {
    String claim = claim(one, "claim", null);
    String value = one.optionalText("value", MAX_VALUE, "cc-leaders");
    if ((claim == null) != (value == null)) {
      one.refuse(claim == null ? "claim" : "value", "a claim and a value, or neither", "groups");
    }
    if (!one.has("role")) {
      one.refuse("role", "one of agent, leader, quality, manager, administrator, auditor", "agent");
    }
    Role role = one.choice("role", Role.class, Role.AGENT);
    if (role == Role.ADMINISTRATOR && !administrators) {
      one.refuse("role", "another role, unless 'administrators' is 'provider'", "manager");
    }
    RoleRule rule = placed(one, claim, value, role);
    one.refuseUnread();
    return rule;
  }

  private RoleRule placed(Fields one, @Nullable String claim, @Nullable String value, Role role) {
    var rule = new RoleRule(claim, value, role, RoleRule.Place.EVERYWHERE, null);
    for (RoleRule.Place place :
        List.of(
            RoleRule.Place.SITE,
            RoleRule.Place.TEAM,
            RoleRule.Place.SITE_CLAIM,
            RoleRule.Place.TEAM_CLAIM)) {
      String field = SetupJson.field(place);
      String where = one.optionalText(field, MAX_CLAIM, "blue");
      if (where != null) {
        refuseIfWrong(one, rule, place, where);
        rule = new RoleRule(claim, value, role, place, where);
      }
    }
    return rule;
  }

  private void refuseIfWrong(Fields one, RoleRule before, RoleRule.Place place, String where) {
    String field = SetupJson.field(place);
    if (before.where() != null) {
      one.refuse(field, "one of site, team, siteClaim and teamClaim", "");
    } else if (!before.role().canBePartial()) {
      one.refuse(field, "nothing: this role is of the organisation", "");
    } else if (floor != null && place == RoleRule.Place.SITE && floor.site(where) == null) {
      one.refuse(field, "the code of a site on the roster", "shanghai");
    } else if (floor != null && place == RoleRule.Place.TEAM && floor.team(where) == null) {
      one.refuse(field, "the code of a team on the roster", "blue");
    }
  }
}
