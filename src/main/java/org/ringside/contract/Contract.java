package org.ringside.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A contract as text and as a tree of maps, lists and scalars. */
public record Contract(String text, Map<String, Object> tree) {
  static final String OPEN_API = "/openapi.yaml";
  static final String ASYNC_API = "/asyncapi.yaml";

  /** The HTTP API. */
  public static Contract openApi() {
    return read(OPEN_API);
  }

  /** The live socket. */
  public static Contract asyncApi() {
    return read(ASYNC_API);
  }

  private static Contract read(String resource) {
    String text = resource(resource);
    return new Contract(text, map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
  }

  static String resource(String name) {
    try (InputStream in = Contract.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** A node that is an object; empty where there is none. */
  @SuppressWarnings("unchecked") // what YAML calls a mapping has texts as keys here
  static Map<String, Object> map(@Nullable Object node) {
    return node instanceof Map<?, ?> ? (Map<String, Object>) node : Map.of();
  }

  /** A node that is a list; empty where there is none. */
  @SuppressWarnings("unchecked") // a list of anything
  static List<Object> list(@Nullable Object node) {
    return node instanceof List<?> ? (List<Object>) node : List.of();
  }

  /** The text of a member; empty where there is none. */
  static String text(Map<String, Object> node, String member) {
    Object value = node.get(member);
    return value == null ? "" : value.toString();
  }

  /** The component that a node points to, or the node itself. */
  Map<String, Object> resolved(@Nullable Object node) {
    String pointer = text(map(node), "$ref");
    if (pointer.isEmpty()) {
      return map(node);
    }
    Map<String, Object> at = tree;
    for (String step : pointer.substring(2).split("/", -1)) {
      at = map(at.get(step));
    }
    return at;
  }
}
