package org.ringside.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settles repeats among facts that are about to be committed together, so that each id is written
 * once (R1: "the same id several times in one batch is folded first, by these rules"). The highest
 * revision wins, and of equal revisions the first.
 *
 * <p>Pure. Positions are those of the list given.
 */
public final class Fold {
  private final @Nullable Receipt[] settled;
  private final Map<Incoming.Identity, Integer> winners;
  private final List<Incoming> facts;

  private Fold(List<Incoming> facts) {
    this.facts = facts;
    this.settled = new Receipt[facts.size()];
    this.winners = HashMap.newHashMap(facts.size());
  }

  public static Fold of(List<Incoming> facts) {
    return of(facts, fact -> null);
  }

  /**
   * @param refusal the receipt of a fact that is not taken at all, null for one that is
   */
  public static Fold of(List<Incoming> facts, Function<Incoming, @Nullable Receipt> refusal) {
    var fold = new Fold(facts);
    for (int at = 0; at < facts.size(); at++) {
      Receipt refused = refusal.apply(facts.get(at));
      if (refused == null) {
        fold.add(at);
      } else {
        fold.settled[at] = refused;
      }
    }
    return fold;
  }

  /** Positions of the facts that have to be compared with what is stored, in order. */
  public int[] winners() {
    return winners.values().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** The receipt of a fact that lost against another one of the same list, else null. */
  public @Nullable Receipt settled(int at) {
    return settled[at];
  }

  private void add(int at) {
    Incoming fact = facts.get(at);
    Integer known = winners.putIfAbsent(fact.identity(), at);
    if (known == null) {
      return;
    }
    Incoming winner = facts.get(known);
    if (fact.revision() > winner.revision()) {
      winners.put(fact.identity(), at);
      settled[known] = Receipt.of(winner, Receipt.Outcome.SUPERSEDED);
    } else if (fact.revision() < winner.revision()) {
      settled[at] = Receipt.of(fact, Receipt.Outcome.SUPERSEDED);
    } else if (fact.sameContentAs(winner)) {
      settled[at] = Receipt.of(fact, Receipt.Outcome.DUPLICATE);
    } else {
      settled[at] = Receipt.conflict(fact);
    }
  }
}
