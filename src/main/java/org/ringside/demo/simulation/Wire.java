package org.ringside.demo.simulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The line between the floor and the receiver, as bad as real ones: a moment's delay, a few facts
 * much later than those after them, a few twice, a few corrected.
 */
final class Wire {
  private static final double OUT_OF_ORDER = 0.008;
  private static final double TWICE = 0.003;
  private static final double TALK_CORRECTED = 0.002;
  private static final double OUTCOME_CORRECTED = 0.003;
  private static final double SURVEY_VOIDED = 0.003;

  private final LocalDate day;
  private final Chance chance;
  private final Consumer<Delivery> receiver;
  private long order;

  Wire(LocalDate day, Chance chance, Consumer<Delivery> receiver) {
    this.day = day;
    this.chance = chance;
    this.receiver = receiver;
  }

  /** Sends a fact that has just happened. */
  void send(FloorFact fact) {
    send(fact, fact.millis());
  }

  /** Sends a fact that becomes known at {@code knownMillis}, later than it happened. */
  void send(FloorFact fact, long knownMillis) {
    long sent = knownMillis + delay();
    deliver(sent, fact, false, null);
    if (chance.happens(TWICE)) {
      deliver(sent + chance.millisBetween(3, 120), fact, true, null);
    }
    FloorFact later = secondThought(fact);
    if (later != null) {
      deliver(sent + chance.millisBetween(60, 1500), later, false, fact);
    }
  }

  private long delay() {
    return chance.happens(OUT_OF_ORDER)
        ? chance.millisBetween(2, 25)
        : chance.millisBetween(0.03, 0.35);
  }

  private @Nullable FloorFact secondThought(FloorFact fact) {
    return switch (fact.type()) {
      case "leg.ended" -> chance.happens(TALK_CORRECTED) ? shortened(fact) : null;
      case "outcome.recorded" -> chance.happens(OUTCOME_CORRECTED) ? turned(fact) : null;
      case "survey.answered" -> chance.happens(SURVEY_VOIDED) ? fact.voided() : null;
      default -> null;
    };
  }

  /** The billing record knows better than the stream: a little less talk, never more. */
  private FloorFact shortened(FloorFact fact) {
    long talk = (Long) field(fact.data(), "talk_ms");
    return fact.corrected(
        Data.changed(fact.data(), "talk_ms", talk - Math.round(talk * chance.between(0.01, 0.05))));
  }

  private static @Nullable FloorFact turned(FloorFact fact) {
    return fact.data().get("resolved") instanceof Boolean resolved
        ? fact.corrected(Data.changed(fact.data(), "resolved", !resolved))
        : null;
  }

  private static Object field(Map<String, Object> data, String name) {
    Object value = data.get(name);
    if (value == null) {
      throw new IllegalStateException("a fact without " + name);
    }
    return value;
  }

  private void deliver(long millis, FloorFact fact, boolean again, @Nullable FloorFact corrects) {
    receiver.accept(new Delivery(millis, day, order++, fact, again, corrects));
  }
}
