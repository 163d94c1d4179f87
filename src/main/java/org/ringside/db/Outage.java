package org.ringside.db;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;

/**
 * Tells a database that is away, hung, full or overwhelmed from a fault of ours: the first passes,
 * and whoever asked may ask again.
 */
public final class Outage {
  /**
   * Classes of SQLSTATE: connection, resources (disk, memory, connections), operator, system; and a
   * transaction that must be run again.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

  /**
   * A lock that was not free in time; a transaction that did nothing for too long; a standby that
   * does not take writes yet; a writer that another one has followed.
   */
  private static final Set<String> STATES = Set.of("55P03", "25P03", "25006", Writer.FENCED);

  /**
   * What the client says, having no type for it, where no connection was free in time, or one was
   * lost before a statement was sent over it.
   */
  private static final List<String> SAID =
      List.of(
          "Timeout",
          "Connection is not active now",
          "Pending requests failed to be sent due to connection has been closed");

  private Outage() {}

  /** What to answer, null where the database is not to blame. */
  public static @Nullable Problem problem(Throwable failure) {
    return isOne(failure) ? ProblemCode.UNAVAILABLE.because(ProblemCode.UNAVAILABLE.title()) : null;
  }

  static boolean isOne(Throwable failure) {
    return switch (failure) {
      case PgException refused -> passes(refused.getSqlState());
      case ClosedConnectionException closed -> true;
      case SocketException unreachable -> true;
      case ClosedChannelException closed -> true;
      case TimeoutException late -> true;
      case ConnectionPoolTooBusyException queued -> true;
      default -> SAID.stream().anyMatch(said(failure)::startsWith) || isNative(failure);
    };
  }

  private static boolean passes(@Nullable String state) {
    return state != null
        && (STATES.contains(state)
            || (state.length() == 5 && CLASSES.contains(state.substring(0, 2))));
  }

  private static String said(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  /** A Unix socket that is not there, or whose other end broke off; no request opens a file. */
  private static boolean isNative(Throwable failure) {
    return failure instanceof FileNotFoundException
        || (failure instanceof IOException
            && failure.getClass().getName().startsWith("io.netty.channel."));
  }
}
