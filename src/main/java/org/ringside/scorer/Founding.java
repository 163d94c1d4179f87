package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.frame.ProblemCode;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.OrganisationSql;

/** Adds an organisation while others are at work. */
final class Founding {
  static final ProblemCode CODE_TAKEN =
      new ProblemCode("CODE_TAKEN", 409, "Another organisation has this code.");

  private final Shard shard;

  Founding(Shard shard) {
    this.shard = shard;
  }

  /** To be run as a command. Writes the organisation, then makes its memory. */
  Future<Scorebook> found(Organisation fresh, Act act) {
    boolean taken =
        shard.books.values().stream()
            .anyMatch(book -> book.organisation().code().equals(fresh.code()));
    if (taken) {
      return Future.failedFuture(CODE_TAKEN.because(CODE_TAKEN.title()).refused());
    }
    int number = shard.books.keySet().stream().mapToInt(known -> known).max().orElse(0) + 1;
    Organisation numbered = fresh.numbered(number);
    return shard
        .inTransactionOf(number, other -> write(other, numbered, act))
        .compose(written -> load(numbered))
        .onSuccess(book -> shard.books.put(number, book));
  }

  private Future<Void> write(SqlConnection other, Organisation numbered, Act act) {
    return OrganisationSql.put(other, numbered, shard.clock.instant())
        .compose(put -> AuditSql.note(other, numbered.number(), act, shard.clock.instant()));
  }

  /** If that fails, the memory is behind what is written: all of it is loaded again. */
  private Future<Scorebook> load(Organisation numbered) {
    PgConnection own = shard.connection();
    return shard
        .inSnapshot(numbered.number(), there -> Loader.load(there, numbered, shard.clock.instant()))
        .onFailure(failure -> shard.lost(own));
  }
}
