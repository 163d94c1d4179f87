package org.ringside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /metrics} shows, in the text format of Prometheus: samples by name, so that the
 * {@code _bucket}, {@code _sum} and {@code _count} of a histogram or summary are names of their
 * own.
 */
record Exposition(Map<String, List<Sample>> samples) {
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: \\d+)?");

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without)\\s*\\(([^)]*)\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");

  /** A name that is no function, with its matchers. */
  private static final Pattern SELECTOR =
      Pattern.compile("\\b([a-zA-Z_:][\\w:]*)\\b(?!\\s*\\()\\s*(?:\\{([^}]*)})?");

  /** One line. */
  record Sample(Map<String, String> labels, double value) {}

  static Exposition of(String text) {
    var samples = new HashMap<String, List<Sample>>();
    text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line ->
                samples
                    .computeIfAbsent(line.group(1), name -> new ArrayList<>())
                    .add(new Sample(labels(line.group(2)), Double.parseDouble(line.group(3)))));
    return new Exposition(samples);
  }

  private static Map<String, String> labels(@org.jspecify.annotations.Nullable String text) {
    var labels = new HashMap<String, String>();
    if (text != null) {
      LABEL.matcher(text).results().forEach(found -> labels.put(found.group(1), found.group(2)));
    }
    return labels;
  }

  /** The first sample of that name, 0 where there is none. */
  double value(String name) {
    return samples.getOrDefault(name, List.of()).stream()
        .mapToDouble(Sample::value)
        .findFirst()
        .orElse(0);
  }

  /** What a PromQL expression names and is not here: metrics, labels, values of labels. */
  Set<String> missing(String expression) {
    var missing = new TreeSet<String>();
    String selectors = GROUPING.matcher(RANGE.matcher(expression).replaceAll("")).replaceAll("");
    List<String> grouped =
        GROUPING
            .matcher(expression)
            .results()
            .flatMap(found -> List.of(found.group(1).split("\\s*,\\s*")).stream())
            .toList();
    SELECTOR
        .matcher(selectors)
        .results()
        .filter(found -> !Character.isDigit(found.group(1).charAt(0)))
        .forEach(found -> missing(found, grouped, missing));
    return missing;
  }

  private void missing(MatchResult selector, List<String> grouped, Set<String> missing) {
    String name = selector.group(1);
    List<Sample> found = samples.getOrDefault(name, List.of());
    if (found.isEmpty()) {
      missing.add(name);
      return;
    }
    Map<String, String> wanted = labels(selector.group(2));
    if (found.stream().noneMatch(s -> s.labels().entrySet().containsAll(wanted.entrySet()))) {
      missing.add(name + "{" + selector.group(2) + "}");
    }
    for (String label : grouped) {
      if (found.stream().noneMatch(sample -> sample.labels().containsKey(label))) {
        missing.add(label + " of " + name);
      }
    }
  }
}
