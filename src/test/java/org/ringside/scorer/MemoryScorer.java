package org.ringside.scorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ringside.contest.Contest;
import org.ringside.fact.Fold;
import org.ringside.fact.Incoming;
import org.ringside.fact.Known;
import org.ringside.fact.Receipt;
import org.ringside.floor.Floor;
import org.ringside.metric.Counters;
import org.ringside.organisation.Organisation;
import org.ringside.person.GoneSpellings;
import org.ringside.source.Source;
import org.ringside.standing.Row;

/**
 * A scorer whose log is a map: it takes batches as the real one does, by the same fold, verdict and
 * books, where that one asks PostgreSQL what it knows of an id.
 */
final class MemoryScorer {
  private static final long RECEIVED_MS = AnyOrderPropertyTest.MONDAY.toEpochMilli();

  private final Map<Incoming.Identity, Known> log = new HashMap<>();
  private final Scorebook book;

  MemoryScorer(Organisation organisation, Floor floor, List<Contest> contests) {
    book = new Scorebook(organisation, floor, GoneSpellings.none());
    for (int number = 0; number < 2; number++) {
      book.add(Source.unregistered(number + 1, "pbx-" + number));
    }
    Sheets sheets = Sheets.of(contests.getFirst());
    contests.forEach(contest -> book.enter(Loader.desk(book, contest, sheets)));
  }

  /** One commit. */
  void take(List<Incoming> facts) {
    for (int winner : Fold.of(facts).winners()) {
      Incoming fact = facts.get(winner);
      long seq = book.takeSeqs(1);
      Known before = log.get(fact.identity());
      Map<Long, Known> known = before == null ? Map.of() : Map.of(seq, before);
      Receipt receipt = GroupCommit.book(book, fact, seq, known, RECEIVED_MS);
      switch (receipt.outcome()) {
        case ACCEPTED, REPLACED -> log.put(fact.identity(), logged(fact, seq));
        case DUPLICATE, SUPERSEDED -> {}
        case REFUSED -> throw new AssertionError(Objects.requireNonNull(receipt.refused()));
      }
    }
  }

  private static Known logged(Incoming fact, long seq) {
    return new Known(
        fact.revision(),
        fact.digest(),
        seq,
        fact.timeMs(),
        fact.type(),
        fact.subject(),
        fact.data(),
        false);
  }

  /** Tallies and both standings, a line each, what came to zero left out. */
  String seen() {
    var lines = new StringBuilder();
    var tallies = new TreeMap<String, String>();
    book.pending()
        .tallies
        .forEach(
            (key, counters) -> {
              if (!counters.isEmpty()) {
                tallies.put(key.toString(), text(counters));
              }
            });
    tallies.forEach((key, counters) -> lines.append(key).append(counters).append('\n'));
    for (ContestDesk desk : book.desks().values()) {
      for (Row row : desk.field().standings().rows()) {
        lines.append(text(row)).append('\n');
      }
    }
    return lines.toString();
  }

  private static String text(Row row) {
    return "%d. %d %s %s %s %s %s %s"
        .formatted(
            row.place(),
            row.rank(),
            row.entrant().id(),
            row.shared(),
            row.tieBreak(),
            row.gapToNext(),
            row.entrant().score(),
            text(row.entrant().counters()));
  }

  private static String text(Counters counters) {
    var map = new TreeMap<>(counters.toMap());
    map.values().removeIf(amount -> amount == 0);
    return map.toString();
  }
}
