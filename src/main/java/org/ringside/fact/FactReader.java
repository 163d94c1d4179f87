package org.ringside.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Nearest;
import org.ringside.metric.Fact;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;

/**
 * One CloudEvent, read from its JSON values into an {@link Incoming} fact or a {@link Refused} one.
 * Threading: one reader per request; its digest is not shared.
 */
final class FactReader {
  static final String EXAMPLE =
      "{\"specversion\":\"1.0\",\"source\":\"pbx-1\",\"id\":\"c1:offered\",\"type\":\"contact.offered\","
          + "\"time\":\"2026-11-16T09:00:00+08:00\",\"data\":{\"queue\":\"hotline\"}}";
  static final long MAX_REVISION = (1L << 53) - 1;
  private static final int MAX_ID = 200;
  private static final int MAX_SUBJECT = 120;
  private static final long MAX_AHEAD_MS = Duration.ofMinutes(5).toMillis();
  private static final long OLDEST_MS = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
  private static final int LONGEST_SLIP = 40;
  private static final int MOST_SLIPS = 100;
  private static final List<String> TYPES =
      Arrays.stream(FactType.values()).map(FactType::wire).toList();
  private static final String SOURCE_NAME = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}";

  private final SourceForms forms;
  private final CustomerKey customers;
  private final long nowMs;
  private final MessageDigest sha256 = sha256();
  private final Map<String, String> nearest = new HashMap<>();

  FactReader(SourceForms forms, CustomerKey customers, long nowMs) {
    this.forms = forms;
    this.customers = customers;
    this.nowMs = nowMs;
  }

  /**
   * @param value the event as read by {@link JsonTree}
   */
  Received read(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return unreadable(Refused.BAD_FIELD, "a JSON object for each fact");
    }
    @SuppressWarnings("unchecked") // JsonTree names are strings
    var event = (Map<String, @Nullable Object>) map;
    return read(event);
  }

  /** The refusal of what is no fact at all; it is its sender's. */
  Refused unreadable(String code, String expected) {
    return Refused.unreadable(forms.sender(null), code, expected, EXAMPLE);
  }

  private Received read(Map<String, @Nullable Object> event) {
    var faults = new Faults();
    if (!"1.0".equals(event.get("specversion"))) {
      faults.bad("specversion", "the text \"1.0\"", "1.0");
    }
    String source = source(event, faults);
    String id = line(event, "id", MAX_ID, "pbx-1:1700000000.17:1:leg.ended", faults);
    long revision = revision(event.get("revision"), faults);
    String wireType = line(event, "type", MAX_ID, "leg.ended", faults);
    FactType type = type(wireType, faults);
    Long timeMs = time(event.get("time"), faults);
    String subject = subject(event, faults);
    Map<String, @Nullable Object> data = data(event, faults);
    EnumMap<Field, Object> values = new EnumMap<>(Field.class);
    if (type != null && data != null) {
      values = values(source, type, timeMs, data, faults);
    }
    if (timeMs == null || type == null || data == null || !faults.none()) {
      return faults.refused(forms.sender(text(event, "source")), text(event, "id"));
    }
    hideCustomer(values, data);
    String canonical = CanonicalJson.of(data);
    Fact fact = type == FactType.FACT_VOIDED ? null : Fact.of(type, timeMs, values);
    byte[] digest = digest(sha256, wireType, timeMs, subject, canonical);
    return new Incoming(source, id, revision, wireType, timeMs, subject, canonical, digest, fact);
  }

  private EnumMap<Field, Object> values(
      String source,
      FactType type,
      @Nullable Long timeMs,
      Map<String, @Nullable Object> data,
      Faults faults) {
    compose(data, Field.QUEUE.key());
    if (type == FactType.FACT_VOIDED && !data.isEmpty()) {
      faults.bad("data", "no data on a void", "{}");
    }
    EnumMap<Field, Object> values = new DataReader(type, data, timeMs, faults).read();
    if (!source.isEmpty()) {
      forms.mustMatch(source, type, values, faults);
    }
    return values;
  }

  /** Empty where it cannot be read, or is not the caller's to speak for. */
  private String source(Map<String, @Nullable Object> event, Faults faults) {
    if (event.get("source") instanceof String text && text.matches(SOURCE_NAME)) {
      return forms.maySpeakFor(text, faults) ? text : "";
    }
    fault(event, "source", "a source name of 1 to 64 of A-Z a-z 0-9 . _ : / -", "pbx-1", faults);
    return "";
  }

  private static @Nullable String subject(Map<String, @Nullable Object> event, Faults faults) {
    compose(event, "subject");
    return event.get("subject") == null
        ? null
        : line(event, "subject", MAX_SUBJECT, "1127", faults);
  }

  /** Null where it is unknown; that it is not there at all was said before. */
  private @Nullable FactType type(String wireType, Faults faults) {
    FactType type = FactType.of(wireType);
    if (type == null && !wireType.isEmpty()) {
      faults.add(Refused.UNKNOWN_TYPE, "type", "a known fact type", nearestType(wireType));
    }
    return type;
  }

  /** Remembered, because a source that has one such type sends many of it. */
  private String nearestType(String wireType) {
    if (wireType.length() > LONGEST_SLIP || nearest.size() == MOST_SLIPS) {
      return nearest.getOrDefault(wireType, FactType.LEG_ENDED.wire());
    }
    return nearest.computeIfAbsent(
        wireType, slip -> Nearest.few(slip.toLowerCase(Locale.ROOT), TYPES, 1).getFirst());
  }

  /** Null where it cannot be read. */
  private static @Nullable Map<String, @Nullable Object> data(
      Map<String, @Nullable Object> event, Faults faults) {
    Object value = event.get("data");
    if (value == null && event.get("data_base64") == null) {
      return new TreeMap<>();
    }
    if (value instanceof TreeMap<?, ?> map && CanonicalJson.writable(map)) {
      @SuppressWarnings("unchecked") // JsonTree names are strings
      var data = (TreeMap<String, @Nullable Object>) map;
      return data;
    }
    faults.bad("data", "an object of plain values", "{\"talk_ms\":182000}");
    return null;
  }

  /**
   * A name that the roster may know is spelled as there, composed (NFC): some systems send the same
   * letters decomposed.
   */
  private static void compose(Map<String, @Nullable Object> fields, String name) {
    if (fields.get(name) instanceof String text) {
      fields.put(name, Normalizer.normalize(text, Normalizer.Form.NFC));
    }
  }

  private void hideCustomer(EnumMap<Field, Object> values, Map<String, @Nullable Object> data) {
    if (values.get(Field.CUSTOMER) instanceof String customer) {
      String hash = customers.hash(customer);
      values.put(Field.CUSTOMER, hash);
      data.put(Field.CUSTOMER.key(), hash);
    }
  }

  private static long revision(@Nullable Object value, Faults faults) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Long number && number >= 0 && number <= MAX_REVISION) {
      return number;
    }
    faults.bad("revision", "an integer from 0 to " + MAX_REVISION, "1");
    return 0;
  }

  /** Null where it cannot be read or lies out of bounds. */
  private @Nullable Long time(@Nullable Object value, Faults faults) {
    Long timeMs = value == null ? null : WireTime.parse(value);
    if (timeMs == null) {
      String expected = "a time with offset (RFC 3339)";
      faults.add(
          value == null ? Refused.MISSING_FIELD : Refused.BAD_FIELD, "time", expected, now());
      return null;
    }
    if (timeMs > nowMs + MAX_AHEAD_MS) {
      faults.add(Refused.IN_FUTURE, "time", "at most 5 minutes ahead of the server's clock", now());
      return null;
    }
    if (timeMs < OLDEST_MS) {
      faults.add(Refused.TOO_OLD, "time", "not before 1990-01-01T00:00:00Z", now());
      return null;
    }
    return timeMs;
  }

  private String now() {
    return Instant.ofEpochMilli(nowMs).toString();
  }

  /** Empty where it cannot be read. */
  private static String line(
      Map<String, @Nullable Object> event,
      String field,
      int maxLength,
      String example,
      Faults faults) {
    if (event.get(field) instanceof String text && printable(text, maxLength)) {
      return text;
    }
    fault(event, field, "a text of 1 to " + maxLength + " printable characters", example, faults);
    return "";
  }

  private static void fault(
      Map<String, @Nullable Object> event,
      String field,
      String expected,
      String example,
      Faults faults) {
    if (event.get(field) == null) {
      faults.missing(field, expected, example);
    } else {
      faults.bad(field, expected, example);
    }
  }

  static boolean printable(String text, int maxLength) {
    return !text.isBlank()
        && text.length() <= maxLength
        && text.codePoints()
            .noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
  }

  private static @Nullable String text(Map<String, @Nullable Object> event, String field) {
    return event.get(field) instanceof String text && printable(text, MAX_ID) ? text : null;
  }

  /** What two deliveries of the same content have in common (R1). */
  static byte[] digest(
      MessageDigest sha256, String type, long timeMs, @Nullable String subject, String canonical) {
    String content =
        type + '\n' + timeMs + '\n' + (subject == null ? "" : subject) + '\n' + canonical;
    return sha256.digest(content.getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
