package org.ringside.board;

import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Gatekeeper;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.RefusedException;
import org.ringside.frame.Toll;
import org.ringside.frame.Withdrawn;

/**
 * One client of the live feed: what it may see, what it watches, and its limits. Lives on its hub's
 * loop. Nothing it sends can change anything.
 */
final class LiveSocket {
  private static final int MAX_SUBSCRIPTIONS = 20;
  private static final int MAX_MESSAGES_A_SECOND = 20;
  private static final long IDLE_NANOS = 75_000_000_000L;

  /** Whoever opens a socket and says nothing holds it no longer than this. */
  private static final long FIRST_WORD_NANOS = 5_000_000_000L;

  private final ServerWebSocket socket;
  private final Hub hub;
  private final Gatekeeper gatekeeper;
  private final Toll toll;
  private final LiveMeters meters;
  private final Set<String> watched = new HashSet<>();
  private final Crowd crowd;
  private final Onlookers onlookers;
  private final Seat seat;
  private final long openedNanos = System.nanoTime();
  private @Nullable Future<Principal> admission;

  /** What was withdrawn while somebody was being looked up. */
  private final List<Withdrawn> meanwhile = new ArrayList<>();

  private @Nullable Principal principal;
  private long heardNanos = System.nanoTime();
  private long secondStartedNanos = heardNanos;
  private int messagesThisSecond;
  private boolean closed;

  LiveSocket(
      ServerWebSocket socket,
      Hub hub,
      Gatekeeper gatekeeper,
      Toll toll,
      Crowd crowd,
      Onlookers onlookers,
      Seat seat,
      LiveMeters meters) {
    this.toll = toll;
    this.crowd = crowd;
    this.onlookers = onlookers;
    this.seat = seat;
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
    socket.pongHandler(pong -> ponged());
    socket.exceptionHandler(failure -> gone());
    socket.closeHandler(ended -> gone());
  }

  /** Null until it was let in. */
  @Nullable Principal principal() {
    return principal;
  }

  private void ponged() {
    heardNanos = System.nanoTime();
    if (principal != null && !closed) {
      onlookers.heard(principal, seat);
    }
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

  /** Called every second: lets go of who says nothing, and of those whose credential has ended. */
  void look(Instant now) {
    if (principal == null) {
      if (System.nanoTime() - openedNanos > FIRST_WORD_NANOS) {
        close(CloseCode.SLOW);
      }
    } else if (principal.until() != null && !principal.until().isAfter(now)) {
      close(CloseCode.EXPIRED);
    }
  }

  /** A credential was withdrawn: who is meant is sent away, or sent to show it anew. */
  void withdrawn(Withdrawn what) {
    if (admission != null && !admission.isComplete()) {
      meanwhile.add(what);
    }
    if (principal != null && what.concerns(principal)) {
      close(what.forGood() ? CloseCode.REVOKED : CloseCode.EXPIRED);
    }
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
      if (principal != null) {
        crowd.leave(principal);
        onlookers.left(principal, seat);
      }
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

  /** Said again with a newer token, it lets the socket live on. */
  private void authenticate(@Nullable String token) {
    if (token == null) {
      close(CloseCode.BAD_MESSAGE);
      return;
    }
    meanwhile.clear();
    Future<Principal> asked = gatekeeper.admit(token, toll);
    admission = asked;
    asked.onSuccess(this::admitted).onFailure(this::notAdmitted);
  }

  /**
   * What was watched before stays, as long as it is the same one who watches. Who has left while
   * being looked up takes no room.
   */
  private void admitted(Principal who) {
    if (closed) {
      return;
    }
    boolean another =
        principal != null
            && (principal.organisation() != who.organisation()
                || !principal.name().equals(who.name()));
    if (another || !who.may(Permission.WATCH)) {
      close(CloseCode.FORBIDDEN);
    } else if (principal != null && !seesAs(principal, who)) {
      close(CloseCode.EXPIRED);
    } else if (meanwhile.stream().anyMatch(what -> what.concerns(who))) {
      close(CloseCode.EXPIRED);
    } else if (principal == null && !crowd.enter(who)) {
      close(CloseCode.TOO_MANY);
    } else {
      principal = who;
      onlookers.heard(who, seat);
    }
  }

  /** Whether all boards are the same to both; else they are to be asked for anew. */
  private static boolean seesAs(Principal one, Principal other) {
    return one.rights().equals(other.rights()) && Objects.equals(agent(one), agent(other));
  }

  private static @Nullable Integer agent(Principal who) {
    Principal.Person person = who.person();
    return person == null ? null : person.agent();
  }

  private void subscribe(JsonObject message) {
    String board = message.getString("board", "");
    String epoch = message.getString("epoch");
    Long offset = message.getLong("offset");
    Position known = epoch == null || offset == null ? null : new Position(epoch, offset);
    admission().onSuccess(who -> watch(board, known));
  }

  /** Under way or done; who has not said who it is, is let in as anybody. */
  private Future<Principal> admission() {
    Future<Principal> known = admission;
    if (known == null) {
      known = gatekeeper.admit(null, toll);
      admission = known;
      known.onSuccess(this::admitted).onFailure(this::notAdmitted);
    }
    return known;
  }

  /** Who could not be looked up, or not yet, may come back; who was refused need not. */
  private void notAdmitted(Throwable why) {
    boolean refused =
        why instanceof RefusedException refusal
            && refusal.problem().code().status() < 500
            && refusal.problem().code().status() != 429;
    close(refused ? CloseCode.FORBIDDEN : CloseCode.RESTARTING);
  }

  private void watch(String board, @Nullable Position known) {
    if (closed || principal == null) {
      return;
    }
    if (watched.size() >= MAX_SUBSCRIPTIONS && !watched.contains(board)) {
      error("TOO_MANY_BOARDS", "at most " + MAX_SUBSCRIPTIONS + " boards on one socket");
    } else if (hub.watch(this, principal, board, known)) {
      watched.add(board);
    } else {
      lost(board);
    }
  }

  /** There is no such board, or none any more. */
  void lost(String board) {
    watched.remove(board);
    error("UNKNOWN_BOARD", "there is no such board for this credential");
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
