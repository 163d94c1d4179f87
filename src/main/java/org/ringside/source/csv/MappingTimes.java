package org.ringside.source.csv;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ringside.source.csv.TimeMapping.Plus;

/** The {@code times} of a mapping file: each has columns and a pattern, or comes after another. */
final class MappingTimes {
  private static final Set<String> KEYS = Set.of("columns", "pattern", "zone", "after", "plus");

  private MappingTimes() {}

  static Map<String, TimeMapping> read(MappingNode root) {
    var times = new LinkedHashMap<String, TimeMapping>();
    Locale locale = Locale.forLanguageTag(root.text("locale", "en"));
    root.children("times")
        .forEach((name, node) -> times.put(name, read(node, times, zone(root, node), locale)));
    return times;
  }

  private static TimeMapping read(
      MappingNode node, Map<String, TimeMapping> before, ZoneId zone, Locale locale) {
    node.only(KEYS);
    var plus = node.list("plus").stream().flatMap(MappingTimes::plus).toList();
    return node.has("after") ? after(node, before, plus) : written(node, zone, locale, plus);
  }

  private static TimeMapping after(
      MappingNode node, Map<String, TimeMapping> before, List<Plus> plus) {
    TimeMapping base = before.get(node.needText("after"));
    if (base == null) {
      node.fault("after", "no time of this name stands above");
      return nothing();
    }
    return base.later(plus);
  }

  private static TimeMapping written(
      MappingNode node, ZoneId zone, Locale locale, List<Plus> plus) {
    List<String> columns = node.texts("columns");
    String pattern = node.needText("pattern");
    if (columns.isEmpty()) {
      node.fault("columns", "is needed: the columns that hold date and time");
      return nothing();
    }
    try {
      return new TimeMapping(columns, pattern, reading(pattern, zone, locale), plus);
    } catch (IllegalArgumentException e) {
      node.fault("pattern", "'" + pattern + "' is no pattern: " + e.getMessage());
      return nothing();
    }
  }

  private static MomentText reading(String pattern, ZoneId zone, Locale locale) {
    return switch (pattern) {
      case "epoch_s" -> new MomentText.Epoch(1_000);
      case "epoch_ms" -> new MomentText.Epoch(1);
      case "iso" -> MomentText.Written.iso(zone);
      default -> MomentText.Written.of(pattern, zone, locale);
    };
  }

  private static ZoneId zone(MappingNode root, MappingNode node) {
    MappingNode nearest = node.has("zone") ? node : root;
    String name = nearest.text("zone", "");
    if (name.isEmpty()) {
      boolean needed = !node.has("after") && !node.text("pattern", "").startsWith("epoch");
      if (needed) {
        root.fault("zone", "is needed: the zone in which the list's times are written");
      }
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      nearest.fault("zone", "'" + name + "' is no zone; Asia/Shanghai is one");
      return ZoneOffset.UTC;
    }
  }

  private static Stream<Plus> plus(MappingNode node) {
    node.only(Set.of("column", "unit"));
    String column = node.needText("column");
    DurationText unit = DurationText.of(node.needText("unit"));
    if (unit == null) {
      node.fault("unit", "must be one of " + String.join(", ", DurationText.wires()));
      return Stream.empty();
    }
    return Stream.of(new Plus(column, unit));
  }

  /** Stands in for a time with a fault, so that those who refer to it are read too. */
  private static TimeMapping nothing() {
    return new TimeMapping(List.of(), "", new MomentText.Epoch(1), List.of());
  }
}
