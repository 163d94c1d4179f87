package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.db.Tenants;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.FloorSql;

/** Erasures that are carried out again in a database that was restored; no server may run on it. */
public final class Erasures {
  private static final Act AGAIN =
      Act.ofSystem("person.anonymised", "").because("again, because an older backup was restored");

  private final Tenants tenants;
  private final Instant now;

  public Erasures(Tenants tenants, Instant now) {
    this.tenants = tenants;
    this.now = now;
  }

  /** All that the database itself has written down. */
  public Future<List<Erasure>> written(List<Integer> organisations) {
    var all = new ArrayList<Erasure>();
    Future<?> done = Future.succeededFuture();
    for (int organisation : organisations) {
      done =
          done.compose(before -> ForgetSql.all(tenants.of(organisation), organisation))
              .onSuccess(all::addAll);
    }
    return done.map(all);
  }

  /**
   * Anonymises whoever is there again.
   *
   * @return how many that were; who was not there yet, or is still erased, is none of them
   */
  public Future<Integer> again(List<Erasure> erasures) {
    Future<Integer> done = Future.succeededFuture(0);
    for (Erasure one : erasures) {
      done = done.compose(before -> again(one).map(did -> did ? before + 1 : before));
    }
    return done;
  }

  private Future<Boolean> again(Erasure erasure) {
    int organisation = erasure.organisation();
    return tenants
        .of(organisation)
        .inTransaction(
            transaction ->
                FloorSql.load(transaction, organisation)
                    .compose(floor -> again(transaction, erasure, floor)));
  }

  private Future<Boolean> again(SqlConnection transaction, Erasure erasure, Floor floor) {
    int organisation = erasure.organisation();
    return first(transaction, erasure, floor)
        .compose(
            who -> {
              if (who == null || !who.equals(erasure.who())) {
                return Future.succeededFuture(false);
              }
              Integer agent = erasure.person().agent();
              var some = new Person(agent, agent == null ? erasure.person().account() : null);
              var when = new Anonymising.When(erasure.at(), now);
              return Anonymising.again(transaction, organisation, some, floor, AGAIN, when)
                  .map(erased -> !erased.written().isEmpty());
            });
  }

  /** Hash of what the person is called there now; null where there is nobody of that number. */
  private static Future<@Nullable String> first(
      SqlConnection transaction, Erasure erasure, Floor floor) {
    int organisation = erasure.organisation();
    Integer number = erasure.person().agent();
    Agent agent = number == null ? null : floor.agent(number);
    if (number != null) {
      return agent == null
          ? Future.succeededFuture(null)
          : hash(transaction, organisation, agent.code());
    }
    return ForgetSql.account(transaction, organisation, erasure.person().account())
        .compose(
            called ->
                called == null
                    ? Future.succeededFuture(null)
                    : hash(transaction, organisation, called.login()));
  }

  private static Future<@Nullable String> hash(
      SqlConnection transaction, int organisation, String called) {
    return ForgetSql.key(transaction, organisation)
        .map(key -> HexFormat.of().formatHex(new SpellingHash(key).of(called)));
  }
}
