package org.ringside.scorer;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.ringside.fact.Incoming;
import org.ringside.fact.StoredFact;

/**
 * A fact as it may come: its number and revision decide its content, so that whatever is sent again
 * is the same. Revision 4 is a void; 5 revives.
 */
record Delivery(int number, int revision) {
  private static final int VOID = 4;
  private static final long HOUR_MS = 3_600_000;

  Incoming fact() {
    var random = new Random(number * 31L + revision);
    String type = revision == VOID ? "fact.voided" : type(random);
    long timeMs = AnyOrderPropertyTest.MONDAY.toEpochMilli() + random.nextInt(-12, 180) * HOUR_MS;
    String subject = subject(random);
    String data = data(type, random);
    byte[] digest = (type + timeMs + subject + data).getBytes(StandardCharsets.UTF_8);
    return new Incoming(
        "pbx-" + number % 2,
        "f" + number,
        revision,
        type,
        timeMs,
        subject,
        data,
        digest,
        StoredFact.read(type, timeMs, data));
  }

  private static String type(Random random) {
    return switch (random.nextInt(4)) {
      case 0, 1 -> "leg.ended";
      case 2 -> "leg.answered";
      default -> "survey.answered";
    };
  }

  private static @Nullable String subject(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "extension";
      case 1 -> "ghost";
      default -> "a" + random.nextInt(3);
    };
  }

  private static String data(String type, Random random) {
    String queue = "\"queue\":\"q" + random.nextInt(3) + '"';
    return switch (type) {
      case "leg.ended" ->
          "{\"ended_by\":\"customer\",%s,\"talk_ms\":%d}"
              .formatted(queue, random.nextInt(1_000, 600_000));
      case "leg.answered" -> "{%s,\"wait_ms\":%d}".formatted(queue, random.nextInt(60_000));
      case "survey.answered" ->
          "{\"kind\":\"csat\",%s,\"scale_max\":5,\"scale_min\":1,\"score\":%d}"
              .formatted(queue, random.nextInt(1, 6));
      default -> "{}";
    };
  }
}
