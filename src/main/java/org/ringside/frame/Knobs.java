package org.ringside.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The values of all knobs, read once at start. */
public final class Knobs {
  private static final String PREFIX = "RINGSIDE_";

  /** Not read by the server: what its launcher and its tests read in the same environment. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "RINGSIDE_CA",
          "RINGSIDE_CHROMIUM",
          "RINGSIDE_JAVA_OPTIONS",
          "RINGSIDE_REAL_DATA",
          "RINGSIDE_SIGN_IN",
          "RINGSIDE_TOKEN",
          "RINGSIDE_URL");

  private final Map<Knob<?>, Object> values;

  private Knobs(Map<Knob<?>, Object> values) {
    this.values = values;
  }

  /** What reading came to: all values, or all faults. */
  public sealed interface Reading {
    /** Every knob has a value. */
    record Values(Knobs knobs) implements Reading {}

    /** Something is wrong with the environment; each fault is a sentence. */
    record Faults(List<String> sentences) implements Reading {}
  }

  /**
   * Reads every declared knob, and looks for names that nobody declared. An empty text is unset.
   */
  public static Reading read(Map<String, String> environment, List<Knob<?>> declared) {
    var faults = new ArrayList<String>();
    var values = new HashMap<Knob<?>, Object>();
    for (Knob<?> knob : declared) {
      Optional<Object> value = value(knob, environment);
      value.ifPresentOrElse(v -> values.put(knob, v), () -> faults.add(fault(knob, environment)));
    }
    faults.addAll(unknownNames(environment, declared));
    return faults.isEmpty()
        ? new Reading.Values(new Knobs(values))
        : new Reading.Faults(List.copyOf(faults));
  }

  /** As {@link #read}, for {@code Main}: all faults in one {@link CannotStart}, a line each. */
  public static Knobs orCannotStart(Map<String, String> environment, List<Knob<?>> declared) {
    return switch (read(environment, declared)) {
      case Reading.Values all -> all.knobs();
      case Reading.Faults some ->
          throw new CannotStart(
              "The settings are wrong:\n  " + String.join("\n  ", some.sentences()));
    };
  }

  /** The value of a knob that was declared when these were read. */
  public <T> T get(Knob<T> knob) {
    Object value = values.get(knob);
    if (value == null) {
      throw new IllegalArgumentException(knob.name() + " was not among the knobs that were read");
    }
    @SuppressWarnings("unchecked") // the knob's own reader made it
    T typed = (T) value;
    return typed;
  }

  /** Name, default, what is expected and what it is for: a Markdown table in the order declared. */
  public static String table(List<Knob<?>> declared) {
    return declared.stream()
        .map(Knobs::row)
        .collect(
            Collectors.joining(
                "",
                "| Variable | Default | Value | What it sets |\n| --- | --- | --- | --- |\n",
                ""));
  }

  private static String row(Knob<?> knob) {
    String fallback =
        knob.fallback().filter(text -> !text.isEmpty()).map("`%s`"::formatted).orElse("–");
    String unit = knob.unit().isEmpty() ? "" : ", in " + knob.unit();
    return "| `%s` | %s | %s%s | %s%s |\n"
        .formatted(
            knob.name(),
            fallback,
            knob.expected(),
            unit,
            knob.about(),
            knob.secret() ? " Secret." : "");
  }

  @SuppressWarnings("OptionalOfNullable")
  private static Optional<Object> value(Knob<?> knob, Map<String, String> environment) {
    Optional<String> text = set(knob.name(), environment).or(knob::fallback);
    return text.isEmpty()
        ? Optional.of(Optional.empty())
        : knob.reader().apply(text.get()).map(v -> v);
  }

  private static Optional<String> set(String name, Map<String, String> environment) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  private static String fault(Knob<?> knob, Map<String, String> environment) {
    String given =
        knob.secret() ? "a value that is not shown" : "'" + environment.get(knob.name()) + "'";
    return "%s is %s: expected %s, for example %s=%s"
        .formatted(knob.name(), given, knob.expected(), knob.name(), knob.example());
  }

  private static List<String> unknownNames(
      Map<String, String> environment, List<Knob<?>> declared) {
    Set<String> known = declared.stream().map(Knob::name).collect(Collectors.toSet());
    var unknown = new TreeSet<>(environment.keySet());
    unknown.removeIf(
        name -> !name.startsWith(PREFIX) || known.contains(name) || ELSEWHERE.contains(name));
    return unknown.stream().map(name -> unknown(name, known)).toList();
  }

  private static String unknown(String name, Set<String> known) {
    String hint = Nearest.to(name, known).map(" Did you mean %s?"::formatted).orElse("");
    return "%s is no setting of Ringside.%s".formatted(name, hint);
  }
}
