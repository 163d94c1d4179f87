package org.ringside.scorer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ringside.board.PastBoards;
import org.ringside.board.Published;
import org.ringside.board.RowWords;
import org.ringside.contest.Contest;
import org.ringside.contest.ContestSql;
import org.ringside.db.TenantClient;
import org.ringside.db.Tenants;
import org.ringside.floor.Floor;
import org.ringside.floor.Floors;
import org.ringside.floor.Place;
import org.ringside.frame.ProblemCode;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;

/**
 * Ranks contests that are no longer in memory from their stored sheets, by the code that ranks the
 * live ones (R18). Nothing moves such a sheet any more (R5), so what was ranked stays true until
 * the floor, which gives the names, is another. Safe from any thread.
 */
public final class PastContests implements PastBoards {
  /** Standings that are remembered, the last ones asked for. */
  private static final int MOST_REMEMBERED = 16;

  /** Asked for at the same time; one more may come again. */
  private static final int MOST_UNDER_WAY = 4;

  private final Vertx vertx;
  private final Tenants database;
  private final Floors floors;
  private final Organisations organisations;
  private final Map<Key, Future<Optional<Published>>> remembered =
      new LinkedHashMap<>(MOST_REMEMBERED, 0.75f, true);

  /** Standings depend on nothing else; a floor is a value that is replaced as a whole. */
  private record Key(int organisation, int contest, Floor floor) {}

  public PastContests(Vertx vertx, Tenants database, Floors floors, Organisations organisations) {
    this.vertx = vertx;
    this.database = database;
    this.floors = floors;
    this.organisations = organisations;
  }

  @Override
  public Future<Optional<Published>> find(int organisation, int contest) {
    Organisation own = organisations.find(organisation);
    if (own == null) {
      return Future.failedFuture(Engine.loading());
    }
    var key = new Key(organisation, contest, floors.current(organisation));
    return backToCaller(asked(key, Catalogue.of(own.currency())));
  }

  private Future<Optional<Published>> asked(Key key, Catalogue catalogue) {
    synchronized (remembered) {
      remembered
          .keySet()
          .removeIf(
              old -> old.organisation() == key.organisation() && !old.floor().equals(key.floor()));
      Future<Optional<Published>> known = remembered.get(key);
      if (known != null) {
        return known;
      }
      if (remembered.values().stream().filter(one -> !one.isComplete()).count() >= MOST_UNDER_WAY) {
        return Future.failedFuture(
            ProblemCode.OVERLOADED.because("Other past contests are being ranked.").refused());
      }
      Future<Optional<Published>> asked = read(key, catalogue);
      remember(key, asked);
      return asked;
    }
  }

  /** Whoever asked second waits for an answer that comes on the loop of whoever asked first. */
  private Future<Optional<Published>> backToCaller(Future<Optional<Published>> asked) {
    Context caller = vertx.getOrCreateContext();
    Promise<Optional<Published>> answer = Promise.promise();
    asked.onComplete(there -> caller.runOnContext(back -> answer.handle(there)));
    return answer.future();
  }

  /** What failed, or is not there, is asked for again. */
  private void remember(Key key, Future<Optional<Published>> asked) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.remove(remembered.keySet().iterator().next());
    }
    remembered.put(key, asked);
    asked.onComplete(
        answer -> {
          if (answer.failed() || answer.result().isEmpty()) {
            synchronized (remembered) {
              remembered.remove(key, asked);
            }
          }
        });
  }

  private Future<Optional<Published>> read(Key key, Catalogue catalogue) {
    TenantClient own = database.of(key.organisation());
    return ContestSql.find(own, key.organisation(), catalogue, key.contest())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : rank(own, key, found.get(), catalogue).map(Optional::of));
  }

  private Future<Published> rank(TenantClient own, Key key, Contest contest, Catalogue catalogue) {
    return CheckpointSql.shared(own, key.organisation())
        .map(shared -> shared.getOrDefault(contest.number(), contest.number()))
        .compose(number -> CheckpointSql.sheets(own, key.organisation(), number))
        .compose(
            places -> vertx.executeBlocking(() -> ranked(key, contest, catalogue, places), false));
  }

  private static Published ranked(
      Key key, Contest contest, Catalogue catalogue, Map<Place, Counters> places) {
    Sheets sheets = Sheets.of(contest);
    places.forEach(sheets::add);
    var field = new ContestField(contest, catalogue, sheets);
    field.followRoster(key.floor());
    return Published.past(
        key.organisation(),
        new RowWords(contest, field.scoring()),
        field.standings(),
        key.floor(),
        Loader::epoch);
  }
}
