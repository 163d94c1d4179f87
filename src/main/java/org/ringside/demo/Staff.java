package org.ringside.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.ringside.demo.simulation.FloorPlan;
import org.ringside.demo.simulation.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account for each role of the example organisation. Their passwords are made at the first
 * start, kept beside the demo's keys, and printed at each start: it is an example.
 */
public final class Staff {
  private static final Logger LOG = LoggerFactory.getLogger(Staff.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without those that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final String ADMINISTRATOR = "administrator";
  private static final String MANAGER = "manager";
  private static final List<String> LOGINS =
      List.of(ADMINISTRATOR, MANAGER, "leader", "quality", "auditor", "agent");

  private final Properties passwords;

  private Staff(Properties passwords) {
    this.passwords = passwords;
  }

  /** Reads the passwords, and makes those that are not there. */
  public static Staff of(Path dataFolder) {
    var file = new OwnFile(dataFolder.resolve("demo").resolve("accounts.properties"));
    Properties passwords = file.read();
    boolean whole = LOGINS.stream().allMatch(login -> passwords.getProperty(login) != null);
    if (!whole) {
      LOGINS.forEach(login -> passwords.putIfAbsent(login, freshPassword()));
      file.write(passwords);
    }
    return new Staff(passwords);
  }

  private static String freshPassword() {
    var password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /** Login and password of each, for whoever started the example. */
  public List<String> lines() {
    return LOGINS.stream()
        .map(login -> "    %-14s %s".formatted(login, passwords.getProperty(login)))
        .toList();
  }

  /** Access tokens of those who set the example up, good for some minutes. */
  record SetUp(String administrator, String manager) {}

  /** Lets the administrator and the manager in, who are invited first where they are not there. */
  SetUp moveIn(Api api, String bootstrapToken) {
    String administrator = signIn(api, ADMINISTRATOR);
    if (administrator == null) {
      String code = organisation(api, bootstrapToken);
      String path = "/api/v1/organisations/" + code + "/administrators";
      administrator = redeem(api, ADMINISTRATOR, api.post(path, bootstrapToken, person("管理员")));
    }
    return new SetUp(administrator, movedIn(api, administrator, MANAGER, account("主管", MANAGER)));
  }

  private static String organisation(Api api, String bootstrapToken) {
    return api.get("/api/v1/organisations", bootstrapToken)
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("code");
  }

  /** Lets the others in, once the roster is there: the agent is one of its people. */
  void moveInOthers(Api api, String administrator, FloorPlan plan) {
    Person agent = plan.people().getFirst();
    String team = FloorPlan.CREWS.getFirst().id();
    var leader = account("组长", "leader");
    leader.getJsonArray("roles").getJsonObject(0).put("team", team);
    movedIn(api, administrator, "leader", leader);
    movedIn(api, administrator, "quality", account("质检", "quality"));
    movedIn(api, administrator, "auditor", account("审计", "auditor"));
    JsonObject own = account(agent.name(), "agent").put("agent", agent.id());
    movedIn(api, administrator, "agent", own);
  }

  private static JsonObject person(String name) {
    return new JsonObject().put("login", ADMINISTRATOR).put("name", name);
  }

  private static JsonObject account(String name, String role) {
    return new JsonObject()
        .put("login", role)
        .put("name", name)
        .put("roles", new JsonArray().add(new JsonObject().put("role", role)));
  }

  private String movedIn(Api api, String administrator, String login, JsonObject account) {
    String known = signIn(api, login);
    if (known != null) {
      return known;
    }
    LOG.info("{} is invited", login);
    return redeem(api, login, api.post("/api/v1/people", administrator, account));
  }

  /** The access token; null where the account is not there yet. */
  private @Nullable String signIn(Api api, String login) {
    JsonObject body =
        new JsonObject().put("login", login).put("password", passwords.getProperty(login));
    Api.Answer answer = api.post("/api/v1/session", "", "application/json", body.toBuffer());
    return answer.isSuccess() ? answer.body().getString("accessToken") : null;
  }

  private String redeem(Api api, String login, JsonObject invited) {
    JsonObject body =
        new JsonObject()
            .put("token", invited.getJsonObject("link").getString("token"))
            .put("password", passwords.getProperty(login));
    return api.post("/api/v1/welcome", "", body).getString("accessToken");
  }
}
