package org.ringside.board;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Gatekeeper;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.RefusedException;

/**
 * One client of the live feed: what it may see, what it watches, and its limits. Lives on its hub's
 * loop. Nothing it sends can change anything.
 */
final class LiveSocket {
  private static final int MAX_SUBSCRIPTIONS = 20;
  private static final int MAX_MESSAGES_A_SECOND = 20;
  private static final long IDLE_NANOS = 75_000_000_000L;

  private final ServerWebSocket socket;
  private final Hub hub;
  private final Gatekeeper gatekeeper;
  private final LiveMeters meters;
  private final Set<String> watched = new HashSet<>();
  private @Nullable Principal principal;
  private long heardNanos = System.nanoTime();
  private long secondStartedNanos = heardNanos;
  private int messagesThisSecond;
  private boolean closed;

  LiveSocket(ServerWebSocket socket, Hub hub, Gatekeeper gatekeeper, LiveMeters meters) {
    this.socket = socket;
    this.hub = hub;
    this.gatekeeper = gatekeeper;
    this.meters = meters;
  }

  void start() {
    hub.add(this);
    meters.opened();
    socket.textMessageHandler(this::receive);
    socket.binaryMessageHandler(bytes -> close(CloseCode.BAD_MESSAGE));
    socket.pongHandler(pong -> heardNanos = System.nanoTime());
    socket.exceptionHandler(failure -> gone());
    socket.closeHandler(ended -> gone());
  }

  /** Writes a message; a socket that has too much queued is closed instead. */
  void send(String message) {
    if (closed || socket.isClosed()) {
      return;
    }
    if (socket.writeQueueFull()) {
      meters.slow();
      close(CloseCode.SLOW);
      return;
    }
    socket.writeTextMessage(message);
  }

  /** Called every half minute: pings, and lets go of who has not been heard for long. */
  void keepAlive() {
    if (System.nanoTime() - heardNanos > IDLE_NANOS) {
      close(CloseCode.SLOW);
    } else if (!closed && !socket.isClosed()) {
      socket.writePing(io.vertx.core.buffer.Buffer.buffer("r"));
    }
  }

  void close(CloseCode why) {
    if (!closed) {
      gone();
      socket.close(why.code, why.reason);
    }
  }

  private void gone() {
    if (!closed) {
      closed = true;
      hub.remove(this);
      meters.closed();
    }
  }

  private void receive(String text) {
    heardNanos = System.nanoTime();
    if (flooding()) {
      close(CloseCode.SLOW);
      return;
    }
    try {
      receive(new JsonObject(text));
    } catch (DecodeException | ClassCastException e) {
      close(CloseCode.BAD_MESSAGE);
    }
  }

  private boolean flooding() {
    if (heardNanos - secondStartedNanos > 1_000_000_000L) {
      secondStartedNanos = heardNanos;
      messagesThisSecond = 0;
    }
    return ++messagesThisSecond > MAX_MESSAGES_A_SECOND;
  }

  private void receive(JsonObject message) {
    switch (message.getString("type", "")) {
      case "authenticate" -> authenticate(message.getString("token"));
      case "subscribe" -> subscribe(message);
      case "unsubscribe" -> unsubscribe(message.getString("board", ""));
      case "ping" -> send("{\"type\":\"pong\"}");
      default -> close(CloseCode.BAD_MESSAGE);
    }
  }

  private void authenticate(@Nullable String token) {
    gatekeeper
        .admit(token)
        .onSuccess(admitted -> principal = admitted)
        .onFailure(this::notAdmitted);
  }

  private void subscribe(JsonObject message) {
    String board = message.getString("board", "");
    String epoch = message.getString("epoch");
    Long offset = message.getLong("offset");
    Position known = epoch == null || offset == null ? null : new Position(epoch, offset);
    if (principal != null) {
      watch(principal, board, known);
      return;
    }
    gatekeeper
        .admit(null)
        .onSuccess(
            anyone -> {
              principal = principal == null ? anyone : principal;
              watch(principal, board, known);
            })
        .onFailure(this::notAdmitted);
  }

  /** Who could not be looked up may come back; who was refused need not. */
  private void notAdmitted(Throwable why) {
    boolean refused =
        why instanceof RefusedException refusal && refusal.problem().code().status() < 500;
    close(refused ? CloseCode.FORBIDDEN : CloseCode.RESTARTING);
  }

  private void watch(Principal viewer, String board, @Nullable Position known) {
    if (!viewer.may(Permission.WATCH)) {
      close(CloseCode.FORBIDDEN);
    } else if (watched.size() >= MAX_SUBSCRIPTIONS && !watched.contains(board)) {
      error("TOO_MANY_BOARDS", "at most " + MAX_SUBSCRIPTIONS + " boards on one socket");
    } else if (hub.watch(this, viewer.organisation(), board, known)) {
      watched.add(board);
    } else {
      error("UNKNOWN_BOARD", "there is no such board");
    }
  }

  private void unsubscribe(String board) {
    if (principal != null && watched.remove(board)) {
      hub.unwatch(this, principal.organisation(), board);
    }
  }

  private void error(String code, String detail) {
    send(new JsonObject().put("type", "error").put("code", code).put("detail", detail).encode());
  }
}
