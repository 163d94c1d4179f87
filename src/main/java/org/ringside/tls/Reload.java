package org.ringside.tls;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.ringside.tls.IdentityFiles.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the files now and then, on a worker, and hands on what is new and fits. The next look is
 * begun when the one before has ended.
 */
final class Reload {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  private final IdentityFiles files;
  private final InstantSource clock;
  private final TlsMeters meters;
  private final Function<Identity, Future<?>> use;
  private final BooleanSupplier closed;
  private volatile Reading last;
  private volatile boolean doubted;

  /**
   * @param first what is in use
   * @param use puts another one into use
   * @param closed whether nobody wants to know any more
   */
  Reload(
      IdentityFiles files,
      Identity first,
      InstantSource clock,
      TlsMeters meters,
      Function<Identity, Future<?>> use,
      BooleanSupplier closed) {
    this.files = files;
    this.last = new Reading.Fit(first);
    this.clock = clock;
    this.meters = meters;
    this.use = use;
    this.closed = closed;
  }

  void start(Vertx vertx, Duration every) {
    vertx.setTimer(
        every.toMillis(),
        timer -> {
          if (!closed.getAsBoolean()) {
            look(vertx).onComplete(looked -> start(vertx, every));
          }
        });
  }

  private Future<?> look(Vertx vertx) {
    return vertx
        .executeBlocking(files::read)
        .map(Objects::requireNonNull)
        .compose(this::judge)
        .recover(failure -> refused(failure.toString()).mapEmpty());
  }

  /**
   * Each change is judged once, also one that is refused. A pair that does not fit may be one of
   * which only one file has been replaced yet, and is looked at once more before.
   */
  Future<?> judge(Reading reading) {
    if (reading.equals(last)) {
      doubted = false;
      return Future.succeededFuture();
    }
    if (reading instanceof Reading.Unfit(String sentence) && !doubted) {
      doubted = true;
      LOG.warn("The changed certificate is looked at once more before it is refused. {}", sentence);
      return Future.succeededFuture();
    }
    doubted = false;
    last = reading;
    return switch (reading) {
      case Reading.Unfit(String sentence) -> refused(sentence);
      case Reading.Fit(Identity identity) when !identity.isValid(clock.instant()) ->
          refused("It is not valid now: " + identity);
      case Reading.Fit(Identity identity) -> use.apply(identity).onSuccess(done -> taken(identity));
    };
  }

  private void taken(Identity identity) {
    meters.taken();
    LOG.info("New connections get the new {}", identity);
  }

  private Future<?> refused(String why) {
    meters.refused();
    LOG.error("The changed certificate is refused and the old one stays in use. {}", why);
    return Future.succeededFuture();
  }
}
