package org.ringside.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Fact;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;

/**
 * One CloudEvent, read from its JSON values into an {@link Incoming} fact or a {@link Refused} one.
 * Threading: one reader per request; its digest is not shared.
 */
final class FactReader {
  static final long MAX_REVISION = (1L << 53) - 1;
  private static final int MAX_ID = 200;
  private static final int MAX_SUBJECT = 120;
  private static final long MAX_AHEAD_MS = Duration.ofMinutes(5).toMillis();
  private static final long OLDEST_MS = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
  private static final String SOURCE_NAME = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}";

  private final SourceForms forms;
  private final CustomerKey customers;
  private final long nowMs;
  private final MessageDigest sha256 = sha256();

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
      return new Refused(
          null,
          null,
          Refused.BAD_FIELD,
          "",
          "each fact is a JSON object: {\"specversion\":\"1.0\",…}");
    }
    @SuppressWarnings("unchecked") // JsonTree names are strings
    var event = (Map<String, @Nullable Object>) map;
    try {
      return read(event);
    } catch (BadFact bad) {
      return new Refused(text(event, "source"), text(event, "id"), bad.code, bad.field, bad.detail);
    }
  }

  private Incoming read(Map<String, @Nullable Object> event) throws BadFact {
    if (!"1.0".equals(event.get("specversion"))) {
      throw BadFact.field("specversion", "the text \"1.0\"", "1.0");
    }
    String source =
        name(
            event,
            "source",
            SOURCE_NAME,
            "a source name of 1 to 64 of A-Z a-z 0-9 . _ : / -",
            "pbx-1");
    forms.mustSpeakFor(source);
    String id = line(event, "id", MAX_ID, "pbx-1:1700000000.17:1:leg.ended");
    long revision = revision(event.get("revision"));
    String wireType = line(event, "type", MAX_ID, "leg.ended");
    FactType type = FactType.of(wireType);
    if (type == null) {
      throw new BadFact(
          Refused.UNKNOWN_TYPE, "type", "one of the documented fact types, for instance leg.ended");
    }
    long timeMs = time(event.get("time"));
    compose(event, "subject");
    String subject =
        event.get("subject") == null ? null : line(event, "subject", MAX_SUBJECT, "1127");
    Map<String, @Nullable Object> data = data(event);
    compose(data, Field.QUEUE.key());
    boolean voided = type == FactType.FACT_VOIDED;
    if (voided && !data.isEmpty()) {
      throw BadFact.field("data", "no data on a void", "{}");
    }
    EnumMap<Field, Object> values = new DataReader(type, data, timeMs).read();
    forms.mustMatch(source, type, values);
    hideCustomer(values, data);
    String canonical = CanonicalJson.of(data);
    Fact fact = voided ? null : Fact.of(type, timeMs, values);
    byte[] digest = digest(wireType, timeMs, subject, canonical);
    return new Incoming(source, id, revision, wireType, timeMs, subject, canonical, digest, fact);
  }

  private static Map<String, @Nullable Object> data(Map<String, @Nullable Object> event)
      throws BadFact {
    Object value = event.get("data");
    if (value == null && event.get("data_base64") == null) {
      return new TreeMap<>();
    }
    if (value instanceof TreeMap<?, ?> map && CanonicalJson.writable(map)) {
      @SuppressWarnings("unchecked") // JsonTree names are strings
      var data = (TreeMap<String, @Nullable Object>) map;
      return data;
    }
    throw BadFact.field("data", "an object of plain values", "{\"talk_ms\":182000}");
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

  private static long revision(@Nullable Object value) throws BadFact {
    if (value == null) {
      return 0;
    }
    if (value instanceof Long number && number >= 0 && number <= MAX_REVISION) {
      return number;
    }
    throw BadFact.field("revision", "an integer from 0 to " + MAX_REVISION, "1");
  }

  private long time(@Nullable Object value) throws BadFact {
    Long timeMs = value == null ? null : WireTime.parse(value);
    if (timeMs == null) {
      throw BadFact.field("time", "a time with offset (RFC 3339)", "2026-11-16T09:00:00+08:00");
    }
    if (timeMs > nowMs + MAX_AHEAD_MS) {
      throw new BadFact(
          Refused.IN_FUTURE, "time", "at most 5 minutes ahead of " + Instant.ofEpochMilli(nowMs));
    }
    if (timeMs < OLDEST_MS) {
      throw new BadFact(Refused.TOO_OLD, "time", "not before 1990-01-01T00:00:00Z");
    }
    return timeMs;
  }

  private static String name(
      Map<String, @Nullable Object> event,
      String field,
      String pattern,
      String expected,
      String example)
      throws BadFact {
    if (event.get(field) instanceof String text && text.matches(pattern)) {
      return text;
    }
    throw BadFact.field(field, expected, example);
  }

  private static String line(
      Map<String, @Nullable Object> event, String field, int maxLength, String example)
      throws BadFact {
    if (event.get(field) instanceof String text && printable(text, maxLength)) {
      return text;
    }
    throw BadFact.field(field, "a text of 1 to " + maxLength + " printable characters", example);
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

  private byte[] digest(String type, long timeMs, @Nullable String subject, String canonical) {
    String content =
        type + '\n' + timeMs + '\n' + (subject == null ? "" : subject) + '\n' + canonical;
    return sha256.digest(content.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
