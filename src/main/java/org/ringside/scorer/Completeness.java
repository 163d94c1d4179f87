package org.ringside.scorer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.source.Source;

/**
 * How far the facts reach, and whether that is behind the clock by more than {@link #LIMIT} (R4,
 * R32).
 *
 * <p>A source owes facts inside its service hours, from their start. One that has none, or is
 * outside of them, owes nothing: nobody calls at night. But if the one that knows most speaks at
 * this moment and speaks of the past, it is catching up, and the board with it.
 *
 * @param to up to which instant everything is there; null if nobody was heard
 * @param behind whether that is too long ago
 * @param silent names of the sources that have gone quiet inside their service hours
 */
record Completeness(@Nullable Instant to, boolean behind, List<String> silent) {
  static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * @param until the later of its newest fact and its last heartbeat
   * @param seen when it last sent anything
   */
  record Heard(Source source, Instant until, Instant seen) {
    /** As if it had spoken at the start of its service hours: before, it owed nothing. */
    Instant reach(Instant now, ZoneId zone) {
      Instant since = source.serviceSince(now, zone);
      return since != null && since.isAfter(until) ? since : until;
    }
  }

  static Completeness of(List<Heard> heard, Instant now, ZoneId zone) {
    var owing = heard.stream().filter(one -> one.source().serviceSince(now, zone) != null).toList();
    return owing.isEmpty() ? unowed(heard, now) : owed(owing, now, zone);
  }

  private static Completeness owed(List<Heard> owing, Instant now, ZoneId zone) {
    Instant least = now;
    var silent = new ArrayList<String>();
    for (Heard one : owing) {
      Instant reach = one.reach(now, zone);
      least = reach.isBefore(least) ? reach : least;
      if (isLate(reach, now) && isLate(one.seen(), now)) {
        silent.add(one.source().name());
      }
    }
    return new Completeness(least, isLate(least, now), List.copyOf(silent));
  }

  private static Completeness unowed(List<Heard> heard, Instant now) {
    return heard.stream()
        .max(Comparator.comparing(Heard::until))
        .map(
            most ->
                new Completeness(
                    most.until().isAfter(now) ? now : most.until(),
                    isLate(most.until(), now) && !isLate(most.seen(), now),
                    List.of()))
        .orElse(new Completeness(null, false, List.of()));
  }

  private static boolean isLate(Instant heard, Instant now) {
    return heard.isBefore(now.minus(LIMIT));
  }

  /** Seconds behind; 0 where that is within the limit. */
  long behindSeconds(Instant now) {
    return behind && to != null ? Duration.between(to, now).toSeconds() : 0;
  }
}
