package org.ringside.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A body that is well-formed, spoilt in each way that bodies go wrong: as bytes, as JSON, and field
 * by field. Pure; the same body gives the same list.
 */
final class Malformations {
  /** A text that stands where a raw token is to be put. */
  private static final String HOLE = "\u0001hole\u0001";

  private static final int LIMIT = 1 << 20;

  /** What a field holds instead, as JSON. */
  private static final Map<String, String> TOKENS = tokens();

  /**
   * One spoilt body.
   *
   * @param what was done to it, for whoever reads the failure
   */
  record Malformed(String what, Buffer body) {
    private static Malformed of(String what, String text) {
      return new Malformed(what, Buffer.buffer(text));
    }
  }

  private Malformations() {}

  static List<Malformed> of(Object specimen) {
    var all = new ArrayList<Malformed>(bytes(encode(specimen)));
    if (specimen instanceof JsonObject object) {
      all.addAll(shapes(object));
    }
    for (Path path : paths(specimen)) {
      all.add(Malformed.of(path.name() + " missing", encode(path.cut().get())));
      String holed = encode(path.put().apply(HOLE));
      String hole = encode(HOLE);
      TOKENS.forEach(
          (what, token) ->
              all.add(Malformed.of(path.name() + " = " + what, holed.replace(hole, token))));
    }
    return all;
  }

  private static List<Malformed> bytes(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int half = utf8.length / 2;
    return List.of(
        Malformed.of("nothing", ""),
        Malformed.of("one byte", text.substring(0, 1)),
        Malformed.of("half", text.substring(0, text.length() / 2)),
        Malformed.of("another document behind", text + text),
        Malformed.of("garbage behind", text + " x"),
        Malformed.of("comment behind", text + " // why"),
        Malformed.of("null", "null"),
        Malformed.of("array", "[]"),
        Malformed.of("number", "5"),
        Malformed.of("text", "\"x\""),
        Malformed.of("byte order mark", "\ufeff" + text),
        new Malformed("UTF-16", Buffer.buffer(text.getBytes(StandardCharsets.UTF_16))),
        new Malformed("no UTF-8", spliced(utf8, half, 0xc3, 0x28)),
        new Malformed("overlong", spliced(utf8, half, 0xc0, 0xaf)),
        Malformed.of("deep array", "[".repeat(100_000) + "]".repeat(100_000)),
        Malformed.of("as long as may be, and one more", text + " ".repeat(LIMIT + 1 - half)),
        Malformed.of("too long by far", text + " ".repeat(2 * LIMIT)));
  }

  private static Buffer spliced(byte[] bytes, int at, int first, int second) {
    return Buffer.buffer()
        .appendBytes(bytes, 0, at)
        .appendByte((byte) first)
        .appendByte((byte) second)
        .appendBytes(bytes, at, bytes.length - at);
  }

  private static List<Malformed> shapes(JsonObject object) {
    String text = object.encode();
    String rest = text.substring(1);
    String comma = object.isEmpty() ? "" : ",";
    return List.of(
        Malformed.of("comma behind", text.substring(0, text.length() - 1) + ",}"),
        Malformed.of("a field twice", "{\"twice\":1,\"twice\":2" + comma + rest),
        Malformed.of("a field that there is not", "{\"nobodyKnows\":1" + comma + rest),
        Malformed.of("field without a name", "{\"\":1" + comma + rest),
        Malformed.of("20 deep", "{\"nobodyKnows\":" + nested(20) + comma + rest),
        Malformed.of("1,000 deep", "{\"nobodyKnows\":" + nested(1_000) + comma + rest),
        Malformed.of("10,000 fields", "{" + fields(10_000) + comma + rest));
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private static String fields(int count) {
    var all = new StringBuilder("\"f\":1");
    for (int i = 1; i < count; i++) {
      all.append(",\"f").append(i).append("\":1");
    }
    return all.toString();
  }

  /**
   * A place in the specimen.
   *
   * @param put makes the whole with another value there
   * @param cut makes the whole without it
   */
  private record Path(String name, Function<Object, Object> put, Supplier<Object> cut) {}

  private static List<Path> paths(Object whole) {
    var paths = new ArrayList<Path>();
    collect("", whole, value -> value, paths);
    return paths;
  }

  private static void collect(
      String name, Object node, Function<Object, Object> rebuilt, List<Path> paths) {
    if (node instanceof JsonObject object) {
      object.fieldNames().forEach(field -> member(name, object, field, rebuilt, paths));
    } else if (node instanceof JsonArray array && !array.isEmpty()) {
      Function<Object, Object> put =
          value -> rebuilt.apply(new JsonArray().add(value).addAll(tail(array)));
      paths.add(new Path(name + "[0]", put, () -> rebuilt.apply(tail(array))));
      collect(name + "[0]", array.getValue(0), put, paths);
    }
  }

  private static void member(
      String name,
      JsonObject object,
      String field,
      Function<Object, Object> rebuilt,
      List<Path> paths) {
    String path = name.isEmpty() ? field : name + "." + field;
    Function<Object, Object> put = value -> rebuilt.apply(object.copy().put(field, value));
    paths.add(new Path(path, put, () -> rebuilt.apply(without(object, field))));
    collect(path, object.getValue(field), put, paths);
  }

  private static JsonObject without(JsonObject object, String field) {
    JsonObject copy = object.copy();
    copy.remove(field);
    return copy;
  }

  private static JsonArray tail(JsonArray array) {
    return new JsonArray(array.stream().skip(1).toList());
  }

  private static String encode(Object value) {
    return io.vertx.core.json.Json.encode(value);
  }

  private static Map<String, String> tokens() {
    var tokens = new LinkedHashMap<String, String>();
    for (String raw : List.of("null", "true", "[]", "{}", "[[]]", "[null]", "5", "-1", "0", "-0")) {
      tokens.put(raw, raw);
    }
    for (String number : List.of("1.5", "1e400", "-1e400", "1e-400", "NaN", "Infinity")) {
      tokens.put(number, number);
    }
    for (String wide : List.of("9007199254740993", "9223372036854775808", "18446744073709551616")) {
      tokens.put(wide, wide);
    }
    tokens.put("400 digits", "9".repeat(400));
    tokens.put("10,000 items", "[" + "1,".repeat(9_999) + "1]");
    texts().forEach((what, text) -> tokens.put(what, encode(text)));
    tokens.put("lone surrogate", "\"\\ud800\"");
    tokens.put("unescaped control character", "\"a\u0002b\"");
    return tokens;
  }

  private static Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("empty text", "");
    texts.put("blank", "  ");
    texts.put("number as text", "5");
    texts.put("NUL", "a\0b");
    texts.put("turned writing", "a\u202eb");
    texts.put("zero width", "a\u200bb");
    texts.put("emoji", "🏆");
    texts.put("decomposed", "e\u0301");
    texts.put("10,000 marks", "e" + "\u0301".repeat(10_000));
    texts.put("4,096 characters", "x".repeat(4_096));
    texts.put("quote", "a'b\"c`d");
    texts.put("markup", "<img src=x onerror=alert(1)>");
    texts.put("formula", "=1+1");
    texts.put("way up", "../../etc/passwd");
    texts.put("1970", "1970-01-01T00:00:00Z");
    texts.put("year 0", "0000-01-01T00:00:00Z");
    texts.put("year 9999", "9999-12-31T23:59:59Z");
    texts.put("year 1,000,000", "+1000000-01-01T00:00:00Z");
    texts.put("leap second", "2026-12-31T23:59:60Z");
    texts.put("no offset", "2026-11-16T09:03:12");
    texts.put("infinity", "infinity");
    texts.put("a date", "2026-02-30");
    texts.put("a zone", "Mars/Olympus");
    texts.put("a period", "2026-W54");
    return texts;
  }
}
