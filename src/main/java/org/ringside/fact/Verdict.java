package org.ringside.fact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a fact is beside what is stored under its id (R1). Pure. */
public final class Verdict {
  private Verdict() {}

  /**
   * @param known null if the id is new
   */
  public static Receipt of(Incoming fact, @Nullable Known known) {
    if (known == null) {
      return Receipt.of(fact, Receipt.Outcome.ACCEPTED);
    }
    if (known.sealed()) {
      return Receipt.sealed(fact);
    }
    if (fact.revision() > known.revision()) {
      return Receipt.of(fact, Receipt.Outcome.REPLACED);
    }
    if (fact.revision() < known.revision()) {
      return Receipt.of(fact, Receipt.Outcome.SUPERSEDED);
    }
    return Arrays.equals(fact.digest(), known.digest())
        ? Receipt.of(fact, Receipt.Outcome.DUPLICATE)
        : Receipt.conflict(fact);
  }
}
