package org.ringside;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections whose next request does not come in time. The idle time-out alone starts anew at
 * every byte, so a head of a byte a second would hold a connection for hours. Lives on one event
 * loop, and is asked to {@link #sweep} now and then.
 */
final class HeadsInTime {
  /**
   * Between requests: long, because the last answer may still be on its way to a slow reader; who
   * is silent altogether is sent away by the idle time-out before.
   */
  private static final long BETWEEN_NANOS = Duration.ofMinutes(5).toNanos();

  private final Map<SocketAddress, Guest> guests = new HashMap<>();
  private final long firstNanos;
  private final LongSupplier nanos;

  /**
   * @param patience with which the first request of a connection is waited for
   * @param nanos a clock that only goes on
   */
  HeadsInTime(Duration patience, LongSupplier nanos) {
    this.firstNanos = patience.toNanos();
    this.nanos = nanos;
  }

  /** A connection, its latest request, and since when it owes the next one. */
  private static final class Guest {
    final HttpConnection connection;
    @Nullable HttpServerRequest latest;
    boolean owes = true;
    long sinceNanos;

    Guest(HttpConnection connection, long nowNanos) {
      this.connection = connection;
      this.sinceNanos = nowNanos;
    }
  }

  /** Somebody connected. */
  void opened(HttpConnection connection) {
    SocketAddress from = connection.remoteAddress();
    if (from != null) {
      var guest = new Guest(connection, nanos.getAsLong());
      guests.put(from, guest);
      connection.closeHandler(closed -> guests.remove(from, guest));
    }
  }

  /** A request came, whole but for its body. */
  void asked(HttpServerRequest request) {
    Guest guest = guests.get(request.remoteAddress());
    if (guest != null) {
      guest.latest = request;
      guest.owes = false;
    }
  }

  /** The connection is a socket's from now on, which has limits of its own. */
  void upgraded(SocketAddress from) {
    guests.remove(from);
  }

  /** Closes what owes a request for too long. */
  void sweep() {
    long now = nanos.getAsLong();
    List.copyOf(guests.values()).forEach(guest -> look(guest, now));
  }

  private void look(Guest guest, long now) {
    HttpServerRequest latest = guest.latest;
    if (!guest.owes && latest != null && latest.response().ended()) {
      guest.owes = true;
      guest.sinceNanos = now;
    }
    long patience = latest == null ? firstNanos : BETWEEN_NANOS;
    if (guest.owes && now - guest.sinceNanos > patience) {
      guest.connection.close();
    }
  }
}
