package org.ringside.frame;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * A body that is collected must come in time: within the server's patience and a second more for
 * every 16 KiB that came. The connection's idle time-out alone starts anew at every byte, so a byte
 * now and then would hold what was collected for days.
 *
 * <p>Streamed bodies are not watched: who may stream has shown a token before, and the server
 * itself lets them wait. One event loop's.
 */
final class BodyInTime {
  private static final long CHECK_MILLIS = 1_000;
  private static final long NANOS_A_BYTE = Duration.ofSeconds(1).toNanos() / (16 << 10);

  private final RoutingContext context;
  private final long patienceNanos;
  private final long beganNanos = System.nanoTime();

  private BodyInTime(RoutingContext context, Duration patience) {
    this.context = context;
    this.patienceNanos = patience.toNanos();
  }

  /** Looks at the request each second until its body is whole. */
  static void watch(RoutingContext context, Duration patience) {
    var watch = new BodyInTime(context, patience);
    context.vertx().setPeriodic(CHECK_MILLIS, watch::look);
  }

  private void look(long timer) {
    boolean over = context.request().isEnded() || context.response().ended();
    if (over || context.response().closed()) {
      context.vertx().cancelTimer(timer);
    } else if (isLate(System.nanoTime() - beganNanos, context.request().bytesRead())) {
      context.vertx().cancelTimer(timer);
      giveUp();
    }
  }

  private boolean isLate(long nanos, long bytes) {
    return nanos > patienceNanos + bytes * NANOS_A_BYTE;
  }

  /** What is still to come could not be told from a next request. */
  private void giveUp() {
    context.addEndHandler(answered -> context.request().connection().close());
    context.fail(408);
  }
}
