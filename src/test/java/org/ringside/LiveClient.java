package org.ringside;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A live socket of a test: says what it is told to, and keeps what it hears. */
public final class LiveClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String CLOSED = "closed";

  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
  private final List<String> all = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;

  /**
   * @param headers names and values of the handshake
   */
  public LiveClient(TestServer server, String... headers) {
    URI address = URI.create(server.base().toString().replace("http", "ws") + "/api/v1/live");
    WebSocket.Builder opening = client.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      opening.header(headers[i], headers[i + 1]);
    }
    this.socket = opening.buildAsync(address, new Ear()).join();
  }

  /** One that has shown a token and asked for a board, without waiting in between. */
  public static LiveClient watching(TestServer server, String token, String board) {
    return new LiveClient(server).authenticate(token).subscribe(board);
  }

  public LiveClient authenticate(String token) {
    return say(new JsonObject().put("type", "authenticate").put("token", token));
  }

  public LiveClient subscribe(String board) {
    return say(new JsonObject().put("type", "subscribe").put("board", board));
  }

  /** Whoever was sent away meanwhile says nothing any more, and hears why. */
  public LiveClient say(JsonObject message) {
    try {
      socket.sendText(message.encode(), true).join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof IOException)) {
        throw e;
      }
    }
    return this;
  }

  /** The next message of that type; fails if the socket is closed before. */
  public JsonObject next(String type) {
    JsonObject message = next(Set.of(type, CLOSED));
    if (!message.getString("type").equals(type)) {
      throw new AssertionError("closed with " + message.getInteger("code"));
    }
    return message;
  }

  /** Whether it was let in: false where it is closed before there is a snapshot of its board. */
  public boolean isLetIn() {
    return next(Set.of("snapshot", CLOSED)).getString("type").equals("snapshot");
  }

  /** Fails unless the server answers. */
  public void requireOpen() {
    say(new JsonObject().put("type", "ping"));
    next("pong");
  }

  /** The code with which the server closes it, waited for. */
  public int closedWith() {
    return next(Set.of(CLOSED)).getInteger("code");
  }

  /** Everything that was said to it. */
  public String transcript() {
    return String.join("\n", all);
  }

  /** The next message of one of these types, however much else is said meanwhile. */
  private JsonObject next(Set<String> types) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (true) {
        JsonObject message = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (message == null) {
          throw new AssertionError("not heard within " + PATIENCE + ": " + types);
        }
        if (types.contains(message.getString("type"))) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Is gone at once, without a word. */
  @Override
  public void close() {
    socket.abort();
    client.close();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        all.add(part.toString());
        heard.add(new JsonObject(part.toString()));
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      heard.add(new JsonObject().put("type", CLOSED).put("code", code));
      return null;
    }
  }
}
