package org.ringside.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "source",
    mixinStandardHelpOptions = true,
    description = {
      "Registers a source and prints its key, which is told this once:",
      "  RINGSIDE_TOKEN=$(ringside source pbx-1) ringside import queue-log --source pbx-1 …",
      "A source that signs what it sends (Standard Webhooks) has a secret instead: --new-secret."
    })
final class SourceCommand extends ClientCommand {
  private static final String PATH = "/api/v1/sources";

  @Parameters(paramLabel = "NAME", description = "As the facts' field source has it.")
  private String name = "";

  @Option(
      names = "--wrap-up",
      paramLabel = "inside|apart",
      description = "Whether hold and wrap-up come inside leg.ended or as facts. Default: inside.")
  private @Nullable String wrapUp;

  @Option(
      names = "--detail",
      paramLabel = "calls|totals",
      description = "Whether it sends single calls or totals. Default: calls.")
  private @Nullable String detail;

  @Option(
      names = "--service-from",
      paramLabel = "HH:MM",
      description = "Since when it must be heard every day. Default: always.")
  private @Nullable String serviceFrom;

  @Option(names = "--service-to", paramLabel = "HH:MM", description = "Until when.")
  private @Nullable String serviceTo;

  @Option(
      names = "--new-key",
      description = "Of a source that is there: another key, beside the one that it has.")
  private boolean newKey;

  @Option(
      names = "--new-secret",
      description = "Of a source that is there: a secret by which it signs what it sends.")
  private boolean newSecret;

  @Option(
      names = "--revoke",
      paramLabel = "HINT",
      description = "Revokes the key (rsk_…) or secret (whsec_…) with these first 12 characters.")
  private @Nullable String revoked;

  SourceCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void run(Wire wire) throws InterruptedException, Failure {
    Credential credential = Credentials.choose(null, Errand.ADMINISTRATION, wire, terminal);
    Api api = new Api(wire, credential, ONCE, terminal);
    int alone = (newKey ? 1 : 0) + (newSecret ? 1 : 0) + (revoked == null ? 0 : 1);
    if (alone > 1 || (alone == 1 && !wanted().isEmpty())) {
      throw new Failure(
          Exit.USAGE,
          "--new-key, --new-secret and --revoke stand alone: they change nothing of the source");
    }
    if (newKey) {
      tell(add(api, "/keys"));
    } else if (newSecret) {
      tellSecret(api, add(api, "/secrets"), wire);
    } else if (revoked != null) {
      revoke(api, revoked);
    } else {
      register(api);
    }
  }

  private JsonObject add(Api api, String what) throws InterruptedException, Failure {
    Answer answer = api.send("POST", PATH + "/" + inPath(name) + what, JSON, "");
    return Answers.takenOnce(answer, Errand.ADMINISTRATION);
  }

  private void revoke(Api api, String hint) throws InterruptedException, Failure {
    String what = hint.startsWith("whsec_") ? "/secrets/" : "/keys/";
    String path = PATH + "/" + inPath(name) + what + inPath(hint);
    Answers.takenOnce(api.send("DELETE", path, JSON, ""), Errand.ADMINISTRATION);
    terminal.say(hint + "… of " + name + " is revoked.");
  }

  private static String inPath(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The secret alone goes to the standard output; where to send stands beside it. */
  private void tellSecret(Api api, JsonObject said, Wire wire)
      throws InterruptedException, Failure {
    terminal.out().println(said.getString("secret"));
    terminal.out().flush();
    terminal.say("The secret of " + name + " is told this once; keep it like a password.");
    JsonObject known = known(api);
    String hook = known == null ? null : known.getString("hook");
    if (hook != null) {
      terminal.say("What it signs is sent to " + wire.base().resolve(hook));
    }
  }

  /** What is not named stays as it is in a source that is there. */
  private void register(Api api) throws InterruptedException, Failure {
    JsonObject known = known(api);
    if (known != null && wanted().isEmpty()) {
      throw new Failure(
          Exit.REFUSED,
          "There is a source "
              + name
              + ", and its key is not told again; --new-key makes another.");
    }
    JsonObject body = new JsonObject().put("name", name);
    settings().keySet().forEach(field -> copy(known, field, body));
    wanted().forEach(body::put);
    Answer answer = api.send("POST", PATH, JSON, body.encode());
    tell(Answers.takenOnce(answer, Errand.ADMINISTRATION));
  }

  private static void copy(@Nullable JsonObject known, String field, JsonObject body) {
    String value = known == null ? null : known.getString(field);
    if (value != null) {
      body.put(field, value);
    }
  }

  private @Nullable JsonObject known(Api api) throws InterruptedException, Failure {
    Answer answer = api.send("GET", PATH, JSON, "");
    return Answers.taken(answer, Errand.ADMINISTRATION)
        .getJsonArray("items", new JsonArray())
        .stream()
        .map(JsonObject.class::cast)
        .filter(one -> name.equals(one.getString("name")))
        .findFirst()
        .orElse(null);
  }

  private Map<String, @Nullable String> settings() {
    var all = new LinkedHashMap<String, @Nullable String>();
    all.put("wrapUp", wrapUp);
    all.put("detail", detail);
    all.put("serviceFrom", serviceFrom);
    all.put("serviceTo", serviceTo);
    return all;
  }

  private Map<String, String> wanted() {
    var named = new LinkedHashMap<String, String>();
    settings()
        .forEach(
            (field, value) -> {
              if (value != null) {
                named.put(field, value);
              }
            });
    return named;
  }

  /** The key alone goes to the standard output, for {@code $(…)}. */
  private void tell(JsonObject said) {
    String key = said.getString("key");
    if (key == null) {
      terminal.say("The source " + name + " is changed; its keys hold on.");
      return;
    }
    terminal.out().println(key);
    terminal.out().flush();
    terminal.say("The key of " + name + " is told this once; keep it like a password.");
  }
}
