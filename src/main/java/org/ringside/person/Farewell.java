package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows once somebody was anonymised: sign-ins end, and the list of erasures grows. */
public final class Farewell {
  private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

  private final Vertx vertx;
  private final ErasureFile list;
  private final Consumer<Erased> ending;

  /**
   * @param ending told, so that open sockets and access tokens end
   */
  public Farewell(Vertx vertx, ErasureFile list, Consumer<Erased> ending) {
    this.vertx = vertx;
    this.list = list;
    this.ending = ending;
  }

  /** Never fails: what cannot be written now is written at the next start. */
  Future<Void> to(Erased erased) {
    ending.accept(erased);
    return vertx
        .<Void>executeBlocking(
            () -> {
              list.add(erased.written());
              return null;
            },
            false)
        .onFailure(failure -> LOG.error("the list of erasures could not be written", failure))
        .transform(done -> Future.succeededFuture());
  }
}
