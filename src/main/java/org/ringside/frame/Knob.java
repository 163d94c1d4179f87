package org.ringside.frame;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing that an operator may set by environment. A feature declares its knobs as constants and
 * offers them as a list; {@code Main} collects the lists.
 *
 * @param name {@code RINGSIDE_…}
 * @param unit of the value, such as {@code s} or {@code connections}; empty where it has none
 * @param fallback the text that stands where the environment says nothing; absent for a knob that
 *     need not be set
 * @param expected what a value must look like, as the end of "expected …"
 * @param example a value that would be taken
 * @param about one line for the operator
 * @param secret whether the value must never be shown
 * @param reader text to value; empty where the text is not one
 */
public record Knob<T>(
    String name,
    String unit,
    Optional<String> fallback,
    String expected,
    String example,
    String about,
    boolean secret,
    Function<String, Optional<T>> reader) {

  /** A whole number from least to most, both included. */
  public static Knob<Integer> number(
      String name, int fallback, int least, int most, String unit, String about) {
    String text = Integer.toString(fallback);
    return new Knob<>(
        name,
        unit,
        Optional.of(text),
        "a whole number from %d to %d".formatted(least, most),
        text,
        about,
        false,
        value -> wholeNumber(value).filter(n -> n >= least && n <= most));
  }

  /** A text that stands for itself. */
  public static Knob<String> text(String name, String fallback, String about) {
    return new Knob<>(
        name, "", Optional.of(fallback), "a text", fallback, about, false, Knob::nonBlank);
  }

  /** A folder or file, relative to where the server is started. */
  public static Knob<Path> path(String name, String fallback, String about) {
    return new Knob<>(
        name, "", Optional.of(fallback), "a path", fallback, about, false, Knob::toPath);
  }

  /** One of the names of an enum, in lower case with hyphens. */
  public static <E extends Enum<E>> Knob<E> choice(String name, E fallback, String about) {
    E[] all = fallback.getDeclaringClass().getEnumConstants();
    String names = Arrays.stream(all).map(Knob::spelled).collect(Collectors.joining(", "));
    return new Knob<>(
        name,
        "",
        Optional.of(spelled(fallback)),
        "one of " + names,
        spelled(fallback),
        about,
        false,
        value -> Arrays.stream(all).filter(one -> spelled(one).equals(value.strip())).findFirst());
  }

  /** A value of any other shape, empty where the environment says nothing. */
  public static <T> Knob<Optional<T>> optional(
      String name,
      String expected,
      String example,
      String about,
      Function<String, Optional<T>> reader) {
    return new Knob<>(
        name,
        "",
        Optional.empty(),
        expected,
        example,
        about,
        false,
        value -> Optional.of(reader.apply(value)).filter(Optional::isPresent));
  }

  /** Values separated by commas, each read by itself; none where the environment says nothing. */
  public static <T> Knob<List<T>> list(
      String name,
      String expected,
      String example,
      String about,
      Function<String, Optional<T>> reader) {
    return new Knob<>(
        name, "", Optional.of(""), expected, example, about, false, text -> all(text, reader));
  }

  /** The same knob, its value never shown: not in a fault, not in a description. */
  public Knob<T> kept() {
    return new Knob<>(name, unit, fallback, expected, example, about, true, reader);
  }

  private static <T> Optional<List<T>> all(String text, Function<String, Optional<T>> reader) {
    List<Optional<T>> read =
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(reader)
            .toList();
    return read.stream().allMatch(Optional::isPresent)
        ? Optional.of(read.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private static Optional<Integer> wholeNumber(String text) {
    return text.strip().matches("[0-9]{1,9}")
        ? Optional.of(Integer.parseInt(text.strip()))
        : Optional.empty();
  }

  private static Optional<String> nonBlank(String text) {
    return Optional.of(text.strip()).filter(value -> !value.isEmpty());
  }

  private static Optional<Path> toPath(String text) {
    return nonBlank(text).filter(value -> value.indexOf('\0') < 0).map(Path::of);
  }

  private static String spelled(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
