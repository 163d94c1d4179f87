package org.ringside.metric;

import static org.ringside.metric.Field.*;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kinds of thing can happen, and which fields each must and may carry. Every fact may also
 * carry the fields of {@link #COMMON}.
 */
public enum FactType {
  CONTACT_OFFERED("contact.offered", needs(), may()),
  CONTACT_ABANDONED("contact.abandoned", needs(), may(WAIT_MS)),
  CONTACT_EXITED("contact.exited", needs(EXIT_REASON), may(WAIT_MS)),
  LEG_OFFERED("leg.offered", needs(), may()),
  LEG_MISSED("leg.missed", needs(MISS_REASON), may(RING_MS)),
  LEG_ANSWERED("leg.answered", needs(), may(WAIT_MS, RING_MS)),
  LEG_HOLD("leg.hold", needs(HOLD_MS), may()),
  LEG_TRANSFERRED("leg.transferred", needs(TRANSFER_KIND), may(TRANSFER_TO)),
  LEG_ENDED("leg.ended", needs(TALK_MS, ENDED_BY), may(HOLD_MS, ACW_MS)),
  LEG_WRAPPED("leg.wrapped", needs(ACW_MS), may()),
  DIAL_ATTEMPTED("dial.attempted", needs(), may()),
  DIAL_CONNECTED("dial.connected", needs(), may()),
  AGENT_STATE("agent.state", needs(STATE, FROM, TO), may(STATE_REASON)),
  SHIFT_PLANNED("shift.planned", needs(FROM, TO, ACTIVITY), may()),
  OUTCOME_RECORDED(
      "outcome.recorded", needs(), may(CODE, RESOLVED, SALE, UNITS, AMOUNT_MINOR, CURRENCY)),
  SURVEY_INVITED("survey.invited", needs(), may()),
  SURVEY_ANSWERED(
      "survey.answered", needs(SURVEY_KIND, SCORE, SCALE_MIN, SCALE_MAX), may(REPLIED_AT)),
  QA_SCORED("qa.scored", needs(POINTS, MAX), may(CRITICAL_ERRORS)),
  CASE_OPENED("case.opened", needs(CASE_ID), may(FIRST_OWNER, PROMISED_AT)),
  CASE_CLOSED("case.closed", needs(CASE_ID), may(FIRST_OWNER, CLOSED_BY, PROMISED_AT)),
  COMPLAINT_RECORDED("complaint.recorded", needs(), may(JUSTIFIED)),
  CALLBACK_PROMISED("callback.promised", needs(DUE_AT), may()),
  CALLBACK_DONE("callback.done", needs(DUE_AT), may()),
  TASK_ASSIGNED("task.assigned", needs(), may(DUE_AT)),
  TASK_ATTEMPTED("task.attempted", needs(), may(DUE_AT)),
  TASK_COMPLETED("task.completed", needs(), may(DUE_AT)),
  PERIOD_AGGREGATE("period.aggregate", needs(COUNTERS_GIVEN), may()),
  FACT_VOIDED("fact.voided", needs(), may());

  /** What every fact may carry. */
  public static final Set<Field> COMMON =
      Collections.unmodifiableSet(
          EnumSet.of(CONTACT, LEG, QUEUE, Field.DIRECTION, CHANNEL, CUSTOMER));

  private static final Map<String, FactType> BY_WIRE = new HashMap<>();
  private static final Map<FactType, Map<String, Field>> BY_KEY = new EnumMap<>(FactType.class);

  static {
    for (FactType type : values()) {
      BY_WIRE.put(type.wire, type);
      BY_KEY.put(type, type.byKey());
    }
  }

  private final String wire;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, see setOf
  private final Set<Field> required;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, see setOf
  private final Set<Field> optional;

  FactType(String wire, Set<Field> required, Set<Field> optional) {
    this.wire = wire;
    this.required = required;
    this.optional = optional;
  }

  /** The CloudEvents {@code type}. */
  public String wire() {
    return wire;
  }

  /** The fields without which the fact is refused. */
  public Set<Field> required() {
    return required;
  }

  /** The fields that it may carry besides, without those of {@link #COMMON}. */
  public Set<Field> optional() {
    return optional;
  }

  /** The field that a key of {@code data} means in this type, or null if the type has none such. */
  public @Nullable Field field(String key) {
    return BY_KEY.getOrDefault(this, Map.of()).get(key);
  }

  /** The type of that name, or null if it is unknown. */
  public static @Nullable FactType of(String wire) {
    return BY_WIRE.get(wire);
  }

  private Map<String, Field> byKey() {
    var fields = new HashMap<String, Field>();
    COMMON.forEach(field -> fields.put(field.key(), field));
    optional.forEach(field -> fields.put(field.key(), field));
    required.forEach(field -> fields.put(field.key(), field));
    return fields;
  }

  private static Set<Field> needs(Field... fields) {
    return setOf(fields);
  }

  private static Set<Field> may(Field... fields) {
    return setOf(fields);
  }

  private static Set<Field> setOf(Field... fields) {
    var set = EnumSet.noneOf(Field.class);
    Collections.addAll(set, fields);
    return Collections.unmodifiableSet(set);
  }
}
