package org.ringside.board;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.scoring.NextStep;
import org.ringside.scoring.Scoring;
import org.ringside.standing.Entrant;

/**
 * What would take each competitor past the one above (R19), remembered as long as neither moves.
 * Lives on the scorer's loop.
 */
public final class NextSteps {
  private final Scoring scoring;
  private final Map<String, Known> known = new HashMap<>();

  private record Known(Entrant entrant, BigDecimal target, @Nullable NextStep step) {}

  public NextSteps(Scoring scoring) {
    this.scoring = scoring;
  }

  /**
   * @param target the displayed score to pass
   */
  @SuppressWarnings("ReferenceEquality") // an entrant that did not move is the same object
  @Nullable NextStep of(Entrant entrant, BigDecimal target) {
    Known last = known.get(entrant.id());
    if (last != null && last.entrant() == entrant && last.target().compareTo(target) == 0) {
      return last.step();
    }
    NextStep step = scoring.nextStep(entrant.counters(), target);
    known.put(entrant.id(), new Known(entrant, target, step));
    return step;
  }
}
