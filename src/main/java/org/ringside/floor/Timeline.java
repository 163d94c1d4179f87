package org.ringside.floor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who holds one thing at which time: which team has an agent or a queue, which agent answers to a
 * spelling. Stretches in order of time that do not overlap; between them nobody holds it. Two
 * stretches of the same holder may touch and stay two, because a roster names them by their start.
 */
public final class Timeline {
  /** Held by nobody, ever. */
  public static final Timeline EMPTY = new Timeline(List.of());

  private static final Comparator<Stretch> BY_START =
      Comparator.comparingLong(stretch -> stretch.span().fromMs());

  private final List<Stretch> stretches;
  private final long[] starts;

  private Timeline(List<Stretch> sorted) {
    stretches = List.copyOf(sorted);
    starts = sorted.stream().mapToLong(stretch -> stretch.span().fromMs()).toArray();
  }

  /**
   * Stretches in any order.
   *
   * @throws IllegalArgumentException if two stretches overlap or one is empty; whoever reads a
   *     roster refuses that before
   */
  public static Timeline of(List<Stretch> stretches) {
    List<Stretch> sorted = stretches.stream().sorted(BY_START).toList();
    long free = Span.BEGINNING;
    for (Stretch stretch : sorted) {
      if (stretch.span().isEmpty() || stretch.span().fromMs() < free) {
        throw new IllegalArgumentException("empty or overlapping: " + sorted);
      }
      free = stretch.span().toMs();
    }
    return new Timeline(sorted);
  }

  public List<Stretch> stretches() {
    return stretches;
  }

  public boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** The holder at an instant, 0 if nobody. */
  public int at(long atMs) {
    int index = latestStartingBy(atMs);
    if (index < 0) {
      return 0;
    }
    Stretch stretch = stretches.get(index);
    return atMs < stretch.span().toMs() ? stretch.holder() : 0;
  }

  private int latestStartingBy(long atMs) {
    int low = 0;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= atMs) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** The same with a span free of holders. */
  Timeline without(Span gone) {
    var kept = new ArrayList<Stretch>();
    for (Stretch stretch : stretches) {
      Span span = stretch.span();
      if (!span.overlaps(gone)) {
        kept.add(stretch);
        continue;
      }
      if (span.fromMs() < gone.fromMs()) {
        kept.add(stretch.within(span.fromMs(), gone.fromMs()));
      }
      if (gone.toMs() < span.toMs()) {
        kept.add(stretch.within(gone.toMs(), span.toMs()));
      }
    }
    return new Timeline(kept);
  }

  /** The same where a stretch rules over whatever was in its span. */
  Timeline with(Stretch stretch) {
    var all = new ArrayList<>(without(stretch.span()).stretches);
    all.add(stretch);
    return of(all);
  }

  /** The same without the stretches of a kind. */
  Timeline unless(Predicate<Stretch> gone) {
    return new Timeline(stretches.stream().filter(gone.negate()).toList());
  }

  /** The same where the stretches of a kind go no further than an instant. */
  Timeline endedAt(long atMs, Predicate<Stretch> ends) {
    var kept = new ArrayList<Stretch>();
    for (Stretch stretch : stretches) {
      Span span = stretch.span();
      if (!ends.test(stretch) || span.toMs() <= atMs) {
        kept.add(stretch);
      } else if (span.fromMs() < atMs) {
        kept.add(stretch.within(span.fromMs(), atMs));
      }
    }
    return new Timeline(kept);
  }

  /** The same where touching stretches of one holder are one. */
  Timeline joined() {
    var joined = new ArrayList<Stretch>();
    for (Stretch stretch : stretches) {
      int last = joined.size() - 1;
      if (last >= 0 && touch(joined.get(last), stretch)) {
        Span both = joined.get(last).span().hull(stretch.span());
        joined.set(last, new Stretch(both, stretch.holder()));
      } else {
        joined.add(stretch);
      }
    }
    return new Timeline(joined);
  }

  private static boolean touch(Stretch one, Stretch next) {
    return one.holder() == next.holder() && one.span().toMs() == next.span().fromMs();
  }

  /** When the holder differs from the other's, in order, touching spans joined. */
  List<Span> differences(Timeline other) {
    if (stretches.equals(other.stretches)) {
      return List.of();
    }
    var bounds = new TreeSet<Long>();
    bounds.add(Span.BEGINNING);
    addBounds(bounds);
    other.addBounds(bounds);
    bounds.remove(Span.END);
    var found = new ArrayList<Span>();
    for (long from : bounds) {
      if (at(from) != other.at(from)) {
        Long next = bounds.higher(from);
        append(found, new Span(from, next == null ? Span.END : next));
      }
    }
    return found;
  }

  private void addBounds(Set<Long> bounds) {
    for (Stretch stretch : stretches) {
      bounds.add(stretch.span().fromMs());
      bounds.add(stretch.span().toMs());
    }
  }

  private static void append(List<Span> spans, Span next) {
    int last = spans.size() - 1;
    if (last >= 0 && spans.get(last).toMs() == next.fromMs()) {
      spans.set(last, spans.get(last).hull(next));
    } else {
      spans.add(next);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timeline that && stretches.equals(that.stretches);
  }

  @Override
  public int hashCode() {
    return stretches.hashCode();
  }

  @Override
  public String toString() {
    return stretches.toString();
  }
}
