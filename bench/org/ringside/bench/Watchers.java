package org.ringside.bench;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.HdrHistogram.Histogram;
import org.ringside.ChildServer;

/**
 * Sockets that watch team boards, and what they see: for each frame on each socket the delay of
 * every fact that it shows for the first time. A frame is the same text on all sockets of a board,
 * so it is read once. All that is written here is written on the driver's loop.
 */
final class Watchers {
  private static final int CONNECTING_AT_ONCE = 50;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Rig rig;
  private final DueTimes due;
  private final WebSocketClient client;
  private final List<WebSocket> sockets = new ArrayList<>();
  private final Map<Integer, WatchedBoard> boards = new HashMap<>();
  private final Histogram micros = Outcomes.histogram();
  private final Histogram acceptedMicros = Outcomes.histogram();
  private long recordFromNanos = Long.MAX_VALUE;
  private long frames;
  private int lost;
  private boolean closing;

  Watchers(Rig rig, DueTimes due) {
    this.rig = rig;
    this.due = due;
    this.client =
        rig.vertx().createWebSocketClient(new WebSocketClientOptions().setMaxConnections(20_000));
  }

  /** A board to watch, and the teams that it shows. */
  record Choice(int contest, IntPredicate teams) {}

  /**
   * Completes when every socket has its first snapshot.
   *
   * @param choices the board for each socket, by its number from 0
   */
  Future<Void> connect(int count, IntFunction<Choice> choices) {
    Future<Void> done = Future.succeededFuture();
    for (int from = 0; from < count; from += CONNECTING_AT_ONCE) {
      int first = from;
      int end = Math.min(count, from + CONNECTING_AT_ONCE);
      done = done.compose(before -> some(first, end, choices));
    }
    return done;
  }

  private Future<Void> some(int from, int end, IntFunction<Choice> choices) {
    var connecting = new ArrayList<Future<?>>();
    for (int number = from; number < end; number++) {
      connecting.add(one(choices.apply(number)));
    }
    return Future.all(connecting).mapEmpty();
  }

  private Future<Void> one(Choice choice) {
    var options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(rig.server().base().getPort())
            .setURI("/api/v1/live");
    return client.connect(options).compose(socket -> watch(socket, choice));
  }

  private Future<Void> watch(WebSocket socket, Choice choice) {
    Promise<Void> first = Promise.promise();
    sockets.add(socket);
    socket.closeHandler(
        closed -> {
          lost += closing ? 0 : 1;
          first.tryFail("closed with " + socket.closeStatusCode());
        });
    int contest = choice.contest();
    WatchedBoard watched =
        boards.computeIfAbsent(contest, id -> new WatchedBoard(choice.teams(), due));
    watched.addSocket();
    socket.textMessageHandler(text -> receive(watched, text, first));
    socket.writeTextMessage(
        new JsonObject().put("type", "authenticate").put("token", ChildServer.TOKEN).encode());
    socket.writeTextMessage(
        new JsonObject().put("type", "subscribe").put("board", Integer.toString(contest)).encode());
    return first.future();
  }

  private void receive(WatchedBoard board, String text, Promise<Void> first) {
    long now = System.nanoTime();
    if (text.startsWith("{\"type\":\"delta\"")) {
      frames += recordFromNanos == Long.MAX_VALUE ? 0 : 1;
      record(board.newlyShown(text, now), now);
    } else if (text.startsWith("{\"type\":\"snapshot\"")) {
      board.begin(text);
      first.tryComplete();
    }
  }

  private void record(List<WatchedBoard.Fact> facts, long now) {
    for (int i = 0; i < facts.size(); i++) {
      WatchedBoard.Fact fact = facts.get(i);
      if (fact.dueNanos() >= recordFromNanos) {
        micros.recordValue((now - fact.dueNanos()) / 1000);
        acceptedMicros.recordValue((now - fact.acceptedNanos()) / 1000);
      }
    }
  }

  /** From now on delays of facts that are due from now on count. */
  Future<Void> record() {
    return onLoop(
        begun -> {
          recordFromNanos = System.nanoTime();
          begun.complete();
        });
  }

  /**
   * To be asked when every fact was answered: completes when all are shown on every socket that
   * watches them, or when patience ends. That ends the recording.
   */
  Future<Shown> allShown() {
    return onLoop(
        done -> {
          long expected =
              boards.values().stream().mapToLong(b -> b.dueSince(recordFromNanos)).sum();
          long deadline = System.nanoTime() + PATIENCE_NANOS;
          rig.vertx()
              .setPeriodic(
                  10,
                  timer -> {
                    if (micros.getTotalCount() >= expected || System.nanoTime() > deadline) {
                      rig.vertx().cancelTimer(timer);
                      recordFromNanos = Long.MAX_VALUE;
                      done.complete(
                          new Shown(expected, micros.copy(), acceptedMicros.copy(), frames, lost));
                    }
                  });
        });
  }

  private <T> Future<T> onLoop(Handler<Promise<T>> work) {
    Promise<T> done = Promise.promise();
    rig.vertx().runOnContext(loop -> work.handle(done));
    return done.future();
  }

  Future<Void> close() {
    closing = true;
    return client.close();
  }
}
