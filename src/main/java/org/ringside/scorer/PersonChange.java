package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import org.ringside.audit.Act;
import org.ringside.person.Anonymising;
import org.ringside.person.Erased;
import org.ringside.person.Person;

/**
 * Anonymises somebody between two commits. The log is at rest, its tables are up to date, and the
 * memory, in which the name stands on every board, is loaded again afterwards: boards begin a new
 * epoch, so that no frame of before is sent to anybody who comes back.
 */
final class PersonChange {
  private final Shard shard;
  private final Checkpointer checkpointer;

  PersonChange(Shard shard, Checkpointer checkpointer) {
    this.shard = shard;
    this.checkpointer = checkpointer;
  }

  /** To be run as a command. Puts the memory of the organisation anew into the shard. */
  Future<Erased> anonymise(Scorebook book, Person person, Act act) {
    return checkpointer
        .flush(book)
        .compose(
            flushed ->
                shard.inTransaction(
                    book,
                    other ->
                        Anonymising.run(
                            other,
                            book.number(),
                            person,
                            book.floor(),
                            act,
                            shard.clock.instant())))
        .compose(erased -> load(book).map(erased));
  }

  /** If that fails, the memory is behind what is written: all of it is loaded again. */
  private Future<Scorebook> load(Scorebook book) {
    PgConnection own = shard.connection();
    return shard
        .inSnapshot(
            book.number(), there -> Loader.load(there, book.organisation(), shard.clock.instant()))
        .onFailure(failure -> shard.lost(own))
        .onSuccess(loaded -> shard.books.put(loaded.number(), loaded));
  }
}
