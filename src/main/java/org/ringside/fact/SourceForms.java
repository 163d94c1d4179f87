package org.ringside.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;
import org.ringside.source.Source;

/**
 * What the caller may speak for, and in which form each source declared to send what could come
 * twice (R7): hold and wrap-up inside {@code leg.ended} or as facts of their own; single calls or
 * totals.
 */
final class SourceForms {
  private final @Nullable String onlySource;
  private final Map<String, Source> sources;

  /**
   * @param onlySource the source a key is bound to, null where the caller may speak for any
   */
  SourceForms(@Nullable String onlySource, Map<String, Source> sources) {
    this.onlySource = onlySource;
    this.sources = sources;
  }

  /** Whose refusals it joins: the caller's own source, or the one that is named. */
  @Nullable String sender(@Nullable String named) {
    return onlySource == null ? named : onlySource;
  }

  boolean maySpeakFor(String source, Faults faults) {
    if (onlySource == null || onlySource.equals(source)) {
      return true;
    }
    faults.add(Refused.FOREIGN_SOURCE, "source", "the source that this key speaks for", onlySource);
    return false;
  }

  void mustMatch(String name, FactType type, Map<Field, Object> values, Faults faults) {
    Source source = sources.get(name);
    boolean apart = source != null && source.apart();
    boolean aggregated = source != null && source.aggregated();
    if (aggregated && countsCalls(type) && type != FactType.PERIOD_AGGREGATE) {
      wrongForm(
          faults,
          "type",
          "period.aggregate only: this source declared to send totals",
          FactType.PERIOD_AGGREGATE.wire());
    }
    if (!aggregated && type == FactType.PERIOD_AGGREGATE) {
      wrongForm(
          faults,
          "type",
          "single facts: this source did not declare to send totals",
          FactType.LEG_ENDED.wire());
    }
    if (!apart && (type == FactType.LEG_HOLD || type == FactType.LEG_WRAPPED)) {
      wrongForm(
          faults,
          "type",
          "hold_ms and acw_ms inside leg.ended, as this source declared",
          FactType.LEG_ENDED.wire());
    }
    if (apart && type == FactType.LEG_ENDED) {
      mustBeApart(Field.HOLD_MS, FactType.LEG_HOLD, values, faults);
      mustBeApart(Field.ACW_MS, FactType.LEG_WRAPPED, values, faults);
    }
  }

  private static void mustBeApart(
      Field field, FactType own, Map<Field, Object> values, Faults faults) {
    if (values.containsKey(field)) {
      wrongForm(
          faults,
          DataReader.path(field),
          "a fact of its own, " + own.wire() + ", as this source declared",
          "");
    }
  }

  /** Totals and single facts exclude each other only where both would count calls. */
  private static boolean countsCalls(FactType type) {
    return type == FactType.PERIOD_AGGREGATE
        || type.wire().startsWith("contact.")
        || type.wire().startsWith("leg.")
        || type.wire().startsWith("dial.");
  }

  private static void wrongForm(Faults faults, String field, String expected, String example) {
    faults.add(Refused.WRONG_FORM, field, expected, example);
  }
}
