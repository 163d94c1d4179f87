package org.ringside.board;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Audience;
import org.ringside.frame.Principal;

/**
 * The boards as the sockets of one HTTP verticle see them: of each and for each audience the
 * latest, the frames that led to it, and who watches. Lives on that verticle's loop.
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
    vertx
        .eventBus()
        .<Publication>localConsumer(Boards.PUBLICATIONS, message -> take(message.body()));
    vertx
        .eventBus()
        .<BoardPublisher.OwnedClock>localConsumer(
            Boards.CLOCKS, message -> clock(message.body().organisation(), message.body().clock()));
    vertx
        .eventBus()
        .<BoardPublisher.Removed>localConsumer(Boards.REMOVALS, message -> drop(message.body()));
  }

  void add(LiveSocket socket) {
    sockets.add(socket);
  }

  void remove(LiveSocket socket) {
    sockets.remove(socket);
    streams.values().forEach(stream -> stream.leave(socket));
  }

  /** All sockets of this verticle, for what must reach everybody. */
  List<LiveSocket> sockets() {
    return List.copyOf(sockets);
  }

  /**
   * Starts sending a board to a socket: first what it missed, or a snapshot, then its own row.
   *
   * @return false if there is no such board that this one may watch
   */
  boolean watch(LiveSocket socket, Principal who, String board, @Nullable Position known) {
    unwatch(socket, who.organisation(), board);
    View view = registry.find(who, board);
    if (view == null) {
      return false;
    }
    Stream stream = stream(view);
    stream.enter(socket);
    List<String> missed = known == null ? null : stream.since(known);
    if (missed == null) {
      snapshots.increment();
      socket.send(stream.snapshot());
    } else {
      resumed.increment();
      missed.forEach(socket::send);
    }
    tellOwnRow(stream, socket);
    return true;
  }

  void unwatch(LiveSocket socket, int organisation, String board) {
    streams(organisation, board).forEach(stream -> stream.leave(socket));
  }

  /** Of all audiences that watch a board here. */
  private List<Stream> streams(int organisation, String board) {
    return java.util.stream.Stream.of(Audience.values())
        .map(audience -> streams.get(key(organisation, board, audience)))
        .filter(Objects::nonNull)
        .toList();
  }

  private Stream stream(View view) {
    Board board = view.projection().board();
    return streams.computeIfAbsent(
        key(board.organisation(), board.id(), board.audience()), key -> made(view, board));
  }

  private Stream made(View view, Board board) {
    var stream = new Stream(view);
    Clock clock = registry.clock(board.organisation(), board.id());
    if (clock != null) {
      stream.clock(clock);
    }
    return stream;
  }

  private void take(Publication publication) {
    Board board = publication.published().board();
    for (Audience audience : Audience.values()) {
      Stream stream = streams.get(key(board.organisation(), board.id(), audience));
      if (stream != null) {
        take(stream, publication.published(), publication.frames().get(audience));
      }
    }
  }

  private void take(Stream stream, Published published, @Nullable Frame frame) {
    if (stream.follow(published)) {
      sendAwayWhoSeesAnother(stream);
    }
    String message = frame == null ? null : stream.advance(frame);
    for (LiveSocket socket : stream.watchers()) {
      if (message != null) {
        socket.send(message);
      }
      tellOwnRow(stream, socket);
    }
    if (message != null && frame != null && frame.sinceNanos() != 0) {
      delay.record(System.nanoTime() - frame.sinceNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** The roster decides with whom a contest is concerned: they come back, and are asked anew. */
  private static void sendAwayWhoSeesAnother(Stream stream) {
    for (LiveSocket socket : stream.watchers()) {
      Principal who = socket.principal();
      if (who == null || !stream.isFor(who)) {
        socket.close(CloseCode.EXPIRED);
      }
    }
  }

  private static void tellOwnRow(Stream stream, LiveSocket socket) {
    Principal who = socket.principal();
    String message = who == null ? null : stream.ownRow(socket, who);
    if (message != null) {
      socket.send(message);
    }
  }

  private void clock(int organisation, Clock clock) {
    String message = clock.message();
    for (Stream stream : streams(organisation, clock.board())) {
      stream.clock(clock);
      stream.watchers().forEach(socket -> socket.send(message));
    }
  }

  /** Lets go of all views of a board, with the names in them; who watches is told. */
  private void drop(BoardPublisher.Removed removed) {
    for (Audience audience : Audience.values()) {
      Stream stream = streams.remove(key(removed.organisation(), removed.board(), audience));
      if (stream != null) {
        stream.watchers().forEach(socket -> socket.lost(removed.board()));
      }
    }
  }

  private static String key(int organisation, String board, Audience audience) {
    return organisation + "/" + board + "/" + audience;
  }
}
