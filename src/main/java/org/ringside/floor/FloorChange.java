package org.ringside.floor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which facts two floors place differently (R8: a roster change in the past books anew).
 *
 * @param rebookings at most {@value #MOST}, in order of their start; their spans may overlap
 */
public record FloorChange(List<Rebooking> rebookings) {
  /** More would be more passes over the log than one wide pass costs. */
  static final int MOST = 16;

  public boolean isEmpty() {
    return rebookings.isEmpty();
  }

  public static FloorChange between(Floor before, Floor after) {
    var found = new FloorDifferences(before, after);
    found.compareAliases();
    found.compareOwnCodes();
    found.compareMemberships();
    found.compareQueues();
    return new FloorChange(fewer(found.rebookings()));
  }

  /** Joins what overlaps or touches, and if that is not enough, everything. */
  private static List<Rebooking> fewer(List<Rebooking> rebookings) {
    if (rebookings.size() <= MOST) {
      return rebookings;
    }
    List<Rebooking> joined = joined(rebookings, false);
    return joined.size() <= MOST ? joined : joined(joined, true);
  }

  private static List<Rebooking> joined(List<Rebooking> inOrder, boolean acrossGaps) {
    var joined = new ArrayList<Rebooking>();
    Join open = new Join(inOrder.get(0));
    for (Rebooking next : inOrder.subList(1, inOrder.size())) {
      if (acrossGaps || next.span().fromMs() <= open.span.toMs()) {
        open.add(next);
      } else {
        joined.add(open.rebooking());
        open = new Join(next);
      }
    }
    joined.add(open.rebooking());
    return joined;
  }

  /** Several rebookings becoming one. */
  private static final class Join {
    private Span span;
    private final Set<String> subjects;
    private final Set<String> queues;

    Join(Rebooking first) {
      span = first.span();
      subjects = new HashSet<>(first.subjects());
      queues = new HashSet<>(first.queues());
    }

    void add(Rebooking next) {
      span = span.hull(next.span());
      subjects.addAll(next.subjects());
      queues.addAll(next.queues());
    }

    Rebooking rebooking() {
      return new Rebooking(span, Set.copyOf(subjects), Set.copyOf(queues));
    }
  }
}
