package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ringside.frame.Knob;
import org.ringside.frame.Knobs;
import org.ringside.frame.ServerKnobs;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml}, the Dockerfile and what they mount agree with each other and us. */
class ComposeFileTest {
  private static final Path SCHEMA =
      Path.of("src/test/resources/org/ringside/compose/compose-spec.schema.json");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(RINGSIDE_[A-Z_]+)");
  private static final String PASSWORD = "a-password-of-a-test";

  private final JsonObject compose = yaml("docker-compose.yml");
  private final JsonObject services = compose.getJsonObject("services");
  private final JsonObject ringside = services.getJsonObject("ringside");
  private final String dockerfile = read("Dockerfile");

  @Test
  void compose_file_is_what_the_specification_allows() {
    assertThat(faults(compose)).isEmpty();
  }

  @Test
  void schema_finds_what_no_compose_file_may_have() {
    JsonObject misspelled = yaml("docker-compose.yml");
    misspelled.getJsonObject("services").getJsonObject("grafana").put("imagee", "grafana");
    assertThat(faults(misspelled)).isNotEmpty();
    JsonObject mistyped = yaml("docker-compose.yml");
    mistyped.getJsonObject("services").getJsonObject("grafana").put("image", 12);
    assertThat(faults(mistyped)).isNotEmpty();
  }

  @Test
  void environment_of_the_server_is_one_that_it_starts_with() {
    assertThat(knobs().get(ServerKnobs.MANAGEMENT_HOST)).isEqualTo("0.0.0.0");
    assertThat(knobs().get(ServerKnobs.HOST)).isEqualTo("0.0.0.0");
  }

  @Test
  void ports_are_those_that_the_server_listens_on() {
    List<String> exposed = List.of(instruction("EXPOSE").split(" ", -1));
    String port = value(ServerKnobs.PORT);
    String management = value(ServerKnobs.MANAGEMENT_PORT);
    assertThat(exposed).containsExactly(port, management);
    assertThat(texts(ringside, "ports")).singleElement().asString().endsWith(":" + port);
    JsonObject scrape =
        yaml("grafana/prometheus.yml").getJsonArray("scrape_configs").getJsonObject(0);
    JsonObject targets = scrape.getJsonArray("static_configs").getJsonObject(0);
    assertThat(targets.getJsonArray("targets")).containsExactly("ringside:" + management);
  }

  @Test
  void dashboards_read_from_the_prometheus_that_runs_beside() {
    JsonObject source =
        yaml("grafana/provisioning/datasources/prometheus.yml")
            .getJsonArray("datasources")
            .getJsonObject(0);
    assertThat(source.getString("url")).isEqualTo("http://prometheus:9090");
    assertThat(services.fieldNames()).contains("prometheus");
    assertThat(read("grafana/dashboards/operator.json"))
        .contains("\"uid\": \"" + source.getString("uid") + '"');
  }

  @Test
  void everything_that_is_mounted_is_there() {
    for (String name : services.fieldNames()) {
      for (String volume : texts(services.getJsonObject(name), "volumes")) {
        String from = volume.split(":", 2)[0];
        if (from.startsWith(".")) {
          assertThat(Path.of(from)).exists();
        } else {
          assertThat(compose.getJsonObject("volumes").fieldNames()).contains(from);
        }
      }
    }
  }

  @Test
  void data_of_the_server_lie_in_its_volume() {
    String volume = texts(ringside, "volumes").getFirst().split(":", -1)[1];
    assertThat(environment().get("RINGSIDE_DATA")).startsWith(volume + "/");
    assertThat(instruction("WORKDIR", "eclipse-temurin:25-jre")).isEqualTo(volume);
  }

  @Test
  void image_holds_what_the_build_makes() {
    String pom = read("pom.xml");
    assertThat(pom)
        .contains("<finalName>ringside</finalName>")
        .contains("<outputDirectory>${project.build.directory}/lib</outputDirectory>")
        .contains("<classpathPrefix>lib/</classpathPrefix>");
    assertThat(dockerfile)
        .contains("COPY --from=build /build/target/ringside.jar /opt/ringside/ringside.jar\n")
        .contains("COPY --from=build /build/target/lib /opt/ringside/lib\n")
        .contains("COPY --from=build /build/build/java.options /opt/ringside/java.options\n");
    assertThat(instruction("ENTRYPOINT"))
        .isEqualTo(
            "[\"java\", \"@/opt/ringside/java.options\", \"-jar\", \"/opt/ringside/ringside.jar\"]");
    assertThat(Path.of("build/java.options")).exists();
    assertThat(read("Makefile")).contains("\njar:");
    assertThat(instruction("CMD")).isEqualTo("[\"serve\"]");
  }

  @Test
  void roles_script_gets_the_passwords_that_it_asks_for() {
    Set<String> asked = variablesOf(read("build/compose/roles.sh"));
    JsonObject given = services.getJsonObject("database").getJsonObject("environment");
    assertThat(asked).isNotEmpty().isSubsetOf(given.fieldNames());
    assertThat(environment().get("RINGSIDE_DATABASE_URL")).contains("ringside_app");
    assertThat(environment().get("RINGSIDE_DATABASE_OWNER_URL")).contains("ringside_owner");
  }

  private String value(Knob<Integer> knob) {
    return Integer.toString(knobs().get(knob));
  }

  private Knobs knobs() {
    return switch (Knobs.read(environment(), ServerSettings.declaredKnobs())) {
      case Knobs.Reading.Values all -> all.knobs();
      case Knobs.Reading.Faults some -> fail("%s", some.sentences());
    };
  }

  /** What the process in the container finds: the image's environment, and the file's over it. */
  private Map<String, String> environment() {
    var environment = new TreeMap<String, String>();
    for (String pair : instruction("ENV").split(" ", -1)) {
      String[] parts = pair.split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    for (var entry : ringside.getJsonObject("environment")) {
      String value = entry.getValue().toString();
      environment.put(entry.getKey(), value.replaceAll("\\$\\{[^}]*}", PASSWORD));
    }
    return environment;
  }

  private String instruction(String name) {
    return instruction(name, "");
  }

  /** The arguments of the last such instruction, which is of the image that runs. */
  private String instruction(String name, String behind) {
    String found = "";
    for (String line : dockerfile.substring(dockerfile.indexOf(behind)).lines().toList()) {
      found = line.startsWith(name + " ") ? line.substring(name.length() + 1) : found;
    }
    return found;
  }

  private static Set<String> variablesOf(String script) {
    var names = new TreeSet<String>();
    VARIABLE.matcher(script).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  private static List<String> texts(JsonObject service, String field) {
    var texts = new ArrayList<String>();
    if (service.getJsonArray(field) != null) {
      service.getJsonArray(field).forEach(one -> texts.add(one.toString()));
    }
    return texts;
  }

  private static List<String> faults(JsonObject file) {
    JsonSchema schema = JsonSchema.of(understood(new JsonObject(read(SCHEMA.toString()))));
    var options =
        new JsonSchemaOptions()
            .setBaseUri("app://compose")
            .setDraft(Draft.DRAFT201909)
            .setOutputFormat(OutputFormat.Basic);
    OutputUnit output = Validator.create(schema, options).validate(file);
    if (Boolean.TRUE.equals(output.getValid())) {
      return List.of();
    }
    return output.getErrors() == null
        ? List.of("invalid")
        : output.getErrors().stream()
            .map(error -> error.getInstanceLocation() + ": " + error.getError())
            .collect(Collectors.toList());
  }

  /**
   * The published file names its parts by {@code id}, as drafts before 6 did, and by {@code format}
   * it means Compose's own: its duration is 2s, not PT2S.
   */
  private static JsonObject understood(JsonObject schema) {
    for (String keyword : List.of("id", "format")) {
      if (schema.getValue(keyword) instanceof String) {
        schema.remove(keyword);
      }
    }
    schema.forEach(part -> understood(part.getValue()));
    return schema;
  }

  private static void understood(Object part) {
    if (part instanceof JsonObject object) {
      understood(object);
    } else if (part instanceof JsonArray array) {
      array.forEach(ComposeFileTest::understood);
    }
  }

  private static JsonObject yaml(String file) {
    Map<String, Object> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(read(file));
    return new JsonObject(new JsonObject(tree).encode());
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
