package org.ringside.source.csv;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a mapping file, or says everything that is wrong with it. */
public final class MappingJson {
  private static final Set<String> KEYS =
      Set.of(
          "$schema", "name", "encoding", "separator", "quote", "zone", "locale", "times", "facts");

  /** What a mapping file came to. */
  public sealed interface Read {}

  public record Good(CallListMapping mapping) implements Read {}

  /** Each fault with its place in the file. */
  public record Bad(List<String> faults) implements Read {}

  private MappingJson() {}

  public static Read read(String text) {
    try {
      return read(new MappingNode(new JsonObject(text), "", new ArrayList<>()));
    } catch (DecodeException | ClassCastException e) {
      return new Bad(List.of("not a JSON object: " + e.getMessage()));
    }
  }

  private static Read read(MappingNode root) {
    root.only(KEYS);
    var times = MappingTimes.read(root);
    var facts =
        root.list("facts").stream().flatMap(node -> FactJson.read(node, times).stream()).toList();
    var mapping =
        new CallListMapping(
            encoding(root),
            character(root, "separator", ","),
            character(root, "quote", "\""),
            facts);
    if (facts.isEmpty() && root.faults().isEmpty()) {
      root.fault("facts", "a mapping needs at least one fact");
    }
    return root.faults().isEmpty()
        ? new Good(mapping)
        : new Bad(root.faults().stream().distinct().toList());
  }

  private static Charset encoding(MappingNode root) {
    String name = root.text("encoding", "UTF-8");
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      root.fault("encoding", "'" + name + "' is no known encoding; UTF-8 and GB18030 are usual");
      return StandardCharsets.UTF_8;
    }
  }

  private static char character(MappingNode root, String key, String usual) {
    String text = root.text(key, usual);
    if (text.length() != 1) {
      root.fault(key, "must be one character");
      return usual.charAt(0);
    }
    return text.charAt(0);
  }
}
