package org.ringside.metric;

import static org.ringside.metric.Field.Kind.BOOLEAN;
import static org.ringside.metric.Field.Kind.CHOICE;
import static org.ringside.metric.Field.Kind.COUNTERS;
import static org.ringside.metric.Field.Kind.DURATION_MS;
import static org.ringside.metric.Field.Kind.INSTANT;
import static org.ringside.metric.Field.Kind.INTEGER;
import static org.ringside.metric.Field.Kind.TENTHS;
import static org.ringside.metric.Field.Kind.TEXT;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A field of a fact's {@code data}: its key, what may stand in it, and an example. The parser, the
 * refusals and the API page all read this table. One key can be several fields ({@code reason},
 * {@code kind}, {@code to}): which one is meant follows from the fact type, see {@link
 * FactType#field}.
 */
public enum Field {
  CONTACT(
      "contact", TEXT, 200, "1543853213.1071", "The call or conversation, as the source calls it"),
  LEG("leg", INTEGER, 0, 1_000_000, "1", "Which agent leg of the contact, counted by the source"),
  QUEUE("queue", TEXT, 128, "service", "The queue that the contact came through"),
  DIRECTION("direction", List.of("in", "out", "internal"), "Who called whom; 'in' if absent"),
  CHANNEL("channel", TEXT, 32, "voice", "The medium; 'voice' if absent"),
  CUSTOMER("customer", TEXT, 200, "+41445550199", "The caller's key; kept only as a keyed hash"),

  WAIT_MS(
      "wait_ms", DURATION_MS, 0, Limits.MONTH_MS, "8000", "Time in the queue, ringing included"),
  RING_MS("ring_ms", DURATION_MS, 0, Limits.MONTH_MS, "3000", "Time that the agent's phone rang"),
  TALK_MS(
      "talk_ms", DURATION_MS, 0, Limits.MONTH_MS, "185000", "Time in conversation, hold excluded"),
  HOLD_MS("hold_ms", DURATION_MS, 0, Limits.MONTH_MS, "12000", "Time on hold, the whole leg's"),
  ACW_MS("acw_ms", DURATION_MS, 0, Limits.MONTH_MS, "20000", "After-call work, the whole leg's"),
  ENDED_BY("ended_by", List.of("agent", "customer", "system", "unknown"), "Who ended the leg"),

  EXIT_REASON(
      "reason",
      List.of(
          "timeout", "key", "empty", "overflow", "voicemail", "callback_requested", "withdrawn"),
      "Why the contact left the queue without an agent"),
  MISS_REASON(
      "reason",
      List.of("no_answer", "busy", "unreachable", "rejected", "rescinded", "caller_gone"),
      "Why the offered leg was not taken"),
  STATE_REASON("reason", TEXT, 64, "lunch", "The source's word for why the agent is in the state"),
  TRANSFER_KIND("kind", List.of("blind", "attended"), "How the leg was transferred"),
  TRANSFER_TO("to", TEXT, 128, "7009", "Where the leg was transferred to"),

  STATE(
      "state",
      List.of("offline", "ready", "not_ready", "on_contact", "acw"),
      "What the agent was doing from 'from' to 'to'"),
  FROM("from", INSTANT, "2026-11-16T08:55:00Z", "Start of the interval"),
  TO("to", INSTANT, "2026-11-16T09:00:00Z", "End of the interval, at most 24 hours later"),
  ACTIVITY("activity", TEXT, 64, "work", "What is planned: work, break, training, leave, …"),

  CODE("code", TEXT, 64, "information_given", "The agent's or the system's code for the outcome"),
  RESOLVED("resolved", BOOLEAN, "true", "Whether the customer's matter is settled"),
  SALE("sale", BOOLEAN, "true", "Whether something was sold"),
  UNITS("units", INTEGER, -1_000_000, 1_000_000, "2", "Pieces sold; negative for a reversal"),
  AMOUNT_MINOR(
      "amount_minor",
      INTEGER,
      -Limits.TRILLION,
      Limits.TRILLION,
      "12900",
      "Amount in minor units of the currency; negative for a reversal"),
  CURRENCY("currency", TEXT, 3, "CNY", "ISO 4217 code, three capital letters"),

  SURVEY_KIND("kind", List.of("csat", "nps", "ces", "resolved"), "What was asked"),
  SCORE("score", INTEGER, 0, 100, "5", "The answer, on the scale given beside it"),
  SCALE_MIN("scale_min", INTEGER, 0, 99, "1", "The lowest answer that was offered"),
  SCALE_MAX("scale_max", INTEGER, 1, 100, "5", "The highest answer that was offered"),
  REPLIED_AT("replied_at", INSTANT, "2026-11-16T18:20:00Z", "When the customer replied"),

  POINTS("points", TENTHS, 0, 100_000, "92.5", "Quality points given, at most one decimal"),
  MAX("max", TENTHS, 1, 100_000, "100", "Quality points that could be had"),
  CRITICAL_ERRORS("critical_errors", INTEGER, 0, 1_000, "0", "Critical errors; none if absent"),

  CASE_ID("case_id", TEXT, 128, "C-2026-0117", "The case, as the source calls it"),
  FIRST_OWNER("first_owner", TEXT, 128, "1127", "Who was asked first and owns the case"),
  CLOSED_BY("closed_by", TEXT, 128, "1127", "Who closed the case"),
  PROMISED_AT("promised_at", INSTANT, "2026-11-17T17:00:00Z", "When an answer was promised for"),
  JUSTIFIED("justified", BOOLEAN, "false", "Whether the complaint was found justified"),
  DUE_AT("due_at", INSTANT, "2026-11-17T17:00:00Z", "When it is due"),
  COUNTERS_GIVEN(
      "counters",
      COUNTERS,
      0,
      Limits.TRILLION,
      "{\"offered\": 120, \"answered\": 111}",
      "Totals of a source that has no detail: up to 64 counters by name");

  /** What may stand in a field, and as which Java type a {@link Fact} holds it. */
  public enum Kind {
    /** A string that is not empty. Held as String. */
    TEXT,
    /** A whole number. Held as Long. */
    INTEGER,
    /** Whole milliseconds. Held as Long. */
    DURATION_MS,
    /** Held as Boolean. */
    BOOLEAN,
    /** One of a few words. Held as String. */
    CHOICE,
    /** RFC 3339. Held as Long, milliseconds since 1970 in UTC. */
    INSTANT,
    /** Names and whole numbers. Held as {@code Map<String, Long>}. */
    COUNTERS,
    /**
     * A number with at most one decimal. Held as Long, in tenths; min and max are in tenths too.
     */
    TENTHS
  }

  /** Bounds that keep any sum of a lifetime of facts inside a long. */
  private static final class Limits {
    static final long MONTH_MS = 30L * 24 * 3_600_000;
    static final long TRILLION = 1_000_000_000_000L;
    static final int COUNTERS = 64;
    static final Pattern COUNTER_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  }

  private final String key;
  private final Kind kind;
  private final long min;
  private final long max;

  @SuppressWarnings("ImmutableEnumChecker") // always List.of
  private final List<String> choices;

  private final String example;
  private final String description;

  Field(
      String key,
      Kind kind,
      long min,
      long max,
      List<String> choices,
      String example,
      String description) {
    this.key = key;
    this.kind = kind;
    this.min = min;
    this.max = max;
    this.choices = choices;
    this.example = example;
    this.description = description;
  }

  Field(String key, Kind kind, long min, long max, String example, String description) {
    this(key, kind, min, max, List.of(), example, description);
  }

  Field(String key, Kind kind, int maxLength, String example, String description) {
    this(key, kind, 1, maxLength, List.of(), example, description);
  }

  Field(String key, Kind kind, String example, String description) {
    this(key, kind, 0, 0, List.of(), example, description);
  }

  Field(String key, List<String> choices, String description) {
    this(key, CHOICE, 0, 0, choices, choices.getFirst(), description);
  }

  /** The key in {@code data}. */
  public String key() {
    return key;
  }

  public Kind kind() {
    return kind;
  }

  /** Smallest value; for {@link Kind#TEXT} the smallest length. */
  public long min() {
    return min;
  }

  /** Largest value; for {@link Kind#TEXT} the largest length in UTF-16 units. */
  public long max() {
    return max;
  }

  /** The words of a {@link Kind#CHOICE}; empty for other kinds. */
  public List<String> choices() {
    return choices;
  }

  /** A value as it would be written in JSON, without the quotes of a string. */
  public String example() {
    return example;
  }

  /** One line for the API page. */
  public String description() {
    return description;
  }

  /** Whether a value, held as its kind says, may stand here. */
  public boolean admits(Object value) {
    return switch (kind) {
      case TEXT -> value instanceof String text && inRange(text.length());
      case INTEGER, DURATION_MS, TENTHS -> value instanceof Long number && inRange(number);
      case BOOLEAN -> value instanceof Boolean;
      case CHOICE -> value instanceof String word && choices.contains(word);
      case INSTANT -> value instanceof Long;
      case COUNTERS ->
          value instanceof Map<?, ?> counters
              && counters.size() <= Limits.COUNTERS
              && counters.entrySet().stream().allMatch(this::admitsCounter);
    };
  }

  /** Whether this is how a counter is named. */
  public static boolean isCounterName(String name) {
    return Limits.COUNTER_NAME.matcher(name).matches();
  }

  private boolean admitsCounter(Map.Entry<?, ?> counter) {
    return counter.getKey() instanceof String name
        && isCounterName(name)
        && counter.getValue() instanceof Long amount
        && inRange(amount);
  }

  private boolean inRange(long value) {
    return value >= min && value <= max;
  }

  /** What a refusal says was expected, without the field's name. */
  public String expected() {
    return switch (kind) {
      case TEXT -> "text of " + min + " to " + max + " characters";
      case INTEGER -> "a whole number from " + min + " to " + max;
      case DURATION_MS -> "whole milliseconds from " + min + " to " + max;
      case BOOLEAN -> "true or false";
      case CHOICE -> "one of " + String.join(", ", choices);
      case INSTANT -> "a time with offset as in RFC 3339";
      case COUNTERS ->
          "up to "
              + Limits.COUNTERS
              + " names of a-z, 0-9 and _, each with a whole number 0 to "
              + max;
      case TENTHS -> "a number from " + tenths(min) + " to " + tenths(max) + ", one decimal";
    };
  }

  private static String tenths(long value) {
    return value % 10 == 0 ? Long.toString(value / 10) : value / 10 + "." + value % 10;
  }
}
