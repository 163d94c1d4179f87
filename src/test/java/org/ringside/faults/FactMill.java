package org.ringside.faults;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes facts of the last hours from a seed: the number of a fact and its revision decide its
 * content, so that whatever is sent again is the same.
 */
final class FactMill {
  /** So far back from the base are its facts. */
  static final Duration REACH = Duration.ofHours(10);

  private static final int EXTENSIONS = 5; // ext-5 is on no roster

  private final Instant base;

  FactMill(Instant base) {
    this.base = base;
  }

  JsonObject fact(int number, int revision) {
    var random = new Random(number * 31L + revision);
    var fact =
        new JsonObject()
            .put("specversion", "1.0")
            .put("source", "pbx-" + number % 2)
            .put("id", "f" + number)
            .put("revision", revision)
            .put("time", base.minusSeconds(number % REACH.toSeconds()).toString())
            .put("subject", "ext-" + (1 + number % EXTENSIONS));
    return revision == 2 ? fact.put("type", "fact.voided") : content(fact, number, random);
  }

  private static JsonObject content(JsonObject fact, int number, Random random) {
    var data = new JsonObject().put("queue", "q" + number % 3);
    return switch (number % 4) {
      case 0, 1 ->
          fact.put("type", "leg.ended")
              .put(
                  "data",
                  data.put("talk_ms", random.nextInt(5_000, 600_000))
                      .put("ended_by", random.nextBoolean() ? "customer" : "agent"));
      case 2 ->
          fact.put("type", "leg.answered")
              .put("data", data.put("wait_ms", random.nextInt(60_000)).put("ring_ms", 4_000));
      default ->
          fact.put("type", "survey.answered")
              .put(
                  "data",
                  data.put("kind", "csat")
                      .put("score", random.nextInt(1, 6))
                      .put("scale_min", 1)
                      .put("scale_max", 5));
    };
  }

  /** New facts, and among them corrections, voids and repeats of earlier ones. */
  List<JsonObject> batch(int from, int size, Random random) {
    var batch = new ArrayList<JsonObject>(size + size / 4);
    for (int number = from; number < from + size; number++) {
      batch.add(fact(number, 0));
      if (random.nextInt(5) == 0) {
        batch.add(fact(random.nextInt(number + 1), random.nextInt(3)));
      }
    }
    return batch;
  }
}
