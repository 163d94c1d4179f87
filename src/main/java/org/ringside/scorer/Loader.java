package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ringside.board.Feeds;
import org.ringside.contest.Contest;
import org.ringside.contest.ContestSql;
import org.ringside.contest.SeriesSql;
import org.ringside.fact.FactSql;
import org.ringside.fact.HorizonSql;
import org.ringside.fact.Replayed;
import org.ringside.floor.FloorSql;
import org.ringside.organisation.Organisation;
import org.ringside.person.GoneSpellings;
import org.ringside.source.SourceSql;

/** Makes the memory of an organisation: the checkpoint, and the facts behind its position. */
final class Loader {
  private static final int REPLAYED_AT_ONCE = 5000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Loader() {}

  /**
   * @param own to be used by nobody else meanwhile, or in a snapshot
   * @param now contests whose grace ended long before are left out
   */
  static Future<Scorebook> load(SqlClient own, Organisation organisation, Instant now) {
    return FloorSql.load(own, organisation.number())
        .compose(
            floor ->
                GoneSpellings.load(own, organisation.number(), organisation.customerKey())
                    .map(gone -> new Scorebook(organisation, floor, gone)))
        .compose(book -> loadHorizon(own, book))
        .compose(book -> loadSources(own, book))
        .compose(book -> loadContests(own, book, now))
        .compose(book -> replay(own, book));
  }

  private static Future<Scorebook> loadHorizon(SqlClient own, Scorebook book) {
    return HorizonSql.find(own, book.number())
        .map(
            since -> {
              since.ifPresent(book::keepSince);
              return book;
            });
  }

  private static Future<Scorebook> loadSources(SqlClient own, Scorebook book) {
    return SourceSql.all(own, book.number())
        .map(
            sources -> {
              for (SourceSql.Heard heard : sources) {
                book.add(heard.source());
                if (heard.heardUntil() != null && heard.seenAt() != null) {
                  book.heard(
                      heard.source().number(),
                      heard.heardUntil().toEpochMilli(),
                      heard.seenAt().toEpochMilli());
                }
              }
              return book;
            });
  }

  private static Future<Scorebook> loadContests(SqlClient own, Scorebook book, Instant now) {
    Map<Integer, Integer> shared = new HashMap<>();
    return CheckpointSql.shared(own, book.number())
        .onSuccess(shared::putAll)
        .compose(known -> loadContests(own, book, now, shared));
  }

  private static Future<Scorebook> loadContests(
      SqlClient own, Scorebook book, Instant now, Map<Integer, Integer> shared) {
    return SeriesSql.load(own, book.number())
        .onSuccess(all -> all.forEach(series -> book.series().put(series.number(), series)))
        .compose(all -> ContestSql.load(own, book.number(), book.catalogue(), now))
        .compose(
            contests -> {
              Future<?> done = Future.succeededFuture();
              for (Contest contest : contests) {
                done =
                    done.compose(
                        before ->
                            loadSheets(
                                own,
                                book,
                                contest,
                                shared.getOrDefault(contest.number(), contest.number())));
              }
              return done;
            })
        .compose(done -> ContestSql.lastNumber(own, book.number()))
        .map(
            last -> {
              book.lastContestNumber(last);
              return book;
            });
  }

  private static Future<Void> loadSheets(
      SqlClient own, Scorebook book, Contest contest, int keptUnder) {
    Sheets known = book.sheets(keptUnder);
    if (known != null) {
      book.enter(desk(book, contest, known));
      return Future.succeededFuture();
    }
    return CheckpointSql.sheets(own, book.number(), keptUnder)
        .map(
            places -> {
              Sheets sheets = Sheets.of(contest, keptUnder);
              places.forEach(sheets::add);
              book.enter(desk(book, contest, sheets));
              return null;
            });
  }

  /** A desk for a contest over these sheets, its board in new epochs. */
  static ContestDesk desk(Scorebook book, Contest contest, Sheets by) {
    var field = new ContestField(contest, book.catalogue(), by);
    field.followRoster(book.floor());
    return new ContestDesk(field, new Feeds(book.number(), contest, Loader::epoch));
  }

  /** A name for an incarnation in memory. */
  static String epoch() {
    byte[] random = new byte[8];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static Future<Scorebook> replay(SqlClient own, Scorebook book) {
    return CheckpointSql.position(own, book.number())
        .compose(
            position -> {
              book.reached(position);
              return replayFrom(own, book, position);
            });
  }

  private static Future<Scorebook> replayFrom(SqlClient own, Scorebook book, long position) {
    return FactSql.after(own, book.number(), position, REPLAYED_AT_ONCE)
        .compose(
            (List<Replayed> facts) -> {
              for (Replayed fact : facts) {
                book.apply(fact);
                book.reached(fact.fact().seq());
                if (fact.fact().fact() != null) {
                  book.heard(
                      fact.fact().source(), fact.fact().fact().timeMs(), fact.fact().receivedMs());
                }
              }
              return facts.size() < REPLAYED_AT_ONCE
                  ? Future.succeededFuture(book)
                  : replayFrom(own, book, book.position());
            });
  }
}
