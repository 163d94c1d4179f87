package org.ringside.board;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Principal;

/**
 * The boards as the sockets of one HTTP verticle see them: the latest of each, the frames that led
 * to it, and who watches. Lives on that verticle's loop.
 */
public final class Hub {
  private final Boards registry;
  private final Map<String, Stream> streams = new HashMap<>();
  private final Set<LiveSocket> sockets = new HashSet<>();
  private final Counter snapshots;
  private final Counter resumed;
  private final Timer delay;

  public Hub(Vertx vertx, Boards registry, MeterRegistry meters) {
    this.registry = registry;
    this.snapshots = meters.counter("ringside.live.snapshots");
    this.resumed = meters.counter("ringside.live.resumed");
    this.delay =
        Timer.builder("ringside.live.fact.to.frame")
            .description("from a fact's acceptance to its frame's hand-over to the sockets")
            .publishPercentiles(0.5, 0.99)
            .register(meters);
    vertx.eventBus().<Frame>localConsumer(Boards.FRAMES, message -> frame(message.body()));
    vertx
        .eventBus()
        .<BoardPublisher.OwnedClock>localConsumer(
            Boards.CLOCKS, message -> clock(message.body().organisation(), message.body().clock()));
  }

  void add(LiveSocket socket) {
    sockets.add(socket);
  }

  void remove(LiveSocket socket) {
    sockets.remove(socket);
    streams.values().forEach(stream -> stream.watchers.remove(socket));
  }

  /** All sockets of this verticle, for what must reach everybody. */
  List<LiveSocket> sockets() {
    return List.copyOf(sockets);
  }

  /**
   * Starts sending a board to a socket: first what it missed, or a snapshot.
   *
   * @return false if there is no such board that this one may watch
   */
  boolean watch(LiveSocket socket, Principal who, String board, @Nullable Position known) {
    Stream stream = stream(who, board);
    if (stream == null) {
      return false;
    }
    List<String> missed = known == null ? null : stream.since(known);
    if (missed == null) {
      snapshots.increment();
      socket.send(stream.snapshot());
    } else {
      resumed.increment();
      missed.forEach(socket::send);
    }
    stream.watchers.add(socket);
    return true;
  }

  void unwatch(LiveSocket socket, int organisation, String board) {
    Stream stream = streams.get(key(organisation, board));
    if (stream != null) {
      stream.watchers.remove(socket);
    }
  }

  private @Nullable Stream stream(Principal who, String board) {
    int organisation = who.organisation();
    Published published = registry.find(who, board);
    if (published == null) {
      return null;
    }
    Stream known = streams.get(key(organisation, board));
    if (known != null) {
      return known;
    }
    var stream = new Stream(published.board());
    Clock clock = registry.clock(organisation, board);
    if (clock != null) {
      stream.clock(clock);
    }
    streams.put(key(organisation, board), stream);
    return stream;
  }

  private void frame(Frame frame) {
    Board board = frame.board();
    Stream stream = streams.get(key(board.organisation(), board.id()));
    if (stream == null) {
      return;
    }
    String message = stream.advance(frame);
    if (message == null) {
      return;
    }
    for (LiveSocket socket : List.copyOf(stream.watchers)) {
      socket.send(message);
    }
    if (frame.sinceNanos() != 0) {
      delay.record(System.nanoTime() - frame.sinceNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void clock(int organisation, Clock clock) {
    Stream stream = streams.get(key(organisation, clock.board()));
    if (stream != null) {
      stream.clock(clock);
      String message = clock.message();
      for (LiveSocket socket : List.copyOf(stream.watchers)) {
        socket.send(message);
      }
    }
  }

  private static String key(int organisation, String board) {
    return organisation + "/" + board;
  }
}
