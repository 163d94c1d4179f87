package org.ringside.fact;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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

  void mustSpeakFor(String source) throws BadFact {
    if (onlySource != null && !Objects.equals(onlySource, source)) {
      throw new BadFact(
          Refused.FOREIGN_SOURCE, "source", "this key speaks for " + onlySource + " alone");
    }
  }

  void mustMatch(String name, FactType type, EnumMap<Field, Object> values) throws BadFact {
    Source source = sources.get(name);
    boolean apart = source != null && source.apart();
    boolean aggregated = source != null && source.aggregated();
    if (aggregated != (type == FactType.PERIOD_AGGREGATE) && countsCalls(type)) {
      throw wrongForm(
          "type",
          aggregated
              ? "period.aggregate only: this source declared to send totals"
              : "single facts: this source did not declare to send totals");
    }
    if (!apart && (type == FactType.LEG_HOLD || type == FactType.LEG_WRAPPED)) {
      throw wrongForm("type", "hold_ms and acw_ms inside leg.ended, as this source declared");
    }
    if (apart && type == FactType.LEG_ENDED) {
      if (values.containsKey(Field.HOLD_MS)) {
        throw wrongForm("data.hold_ms", "leg.hold, as this source declared");
      }
      if (values.containsKey(Field.ACW_MS)) {
        throw wrongForm("data.acw_ms", "leg.wrapped, as this source declared");
      }
    }
  }

  /** Totals and single facts exclude each other only where both would count calls. */
  private static boolean countsCalls(FactType type) {
    return type == FactType.PERIOD_AGGREGATE
        || type.wire().startsWith("contact.")
        || type.wire().startsWith("leg.")
        || type.wire().startsWith("dial.");
  }

  private static BadFact wrongForm(String field, String expected) {
    return new BadFact(Refused.WRONG_FORM, field, "expected " + expected);
  }
}
