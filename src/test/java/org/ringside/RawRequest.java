package org.ringside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes on a socket as no client library would send them, and what comes back. */
final class RawRequest implements AutoCloseable {
  /** Asks for a live socket (RFC 6455). */
  static final String HANDSHAKE =
      String.join(
          "\r\n",
          "GET /api/v1/live HTTP/1.1",
          "Host: x",
          "Upgrade: websocket",
          "Connection: Upgrade",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "Sec-WebSocket-Version: 13",
          "",
          "");

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  RawRequest(URI server) {
    try {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer to these bytes, read until the server closes. */
  static String exchange(URI server, String bytes) {
    try (var request = new RawRequest(server)) {
      request.send(bytes);
      return request.rest();
    }
  }

  void send(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a byte every fifth of a second until the server answers or closes; what came then. */
  String trickle(String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      String heard = heard();
      if (heard != null) {
        return heard + rest();
      }
      send(bytes.substring(i, i + 1));
    }
    throw new AssertionError("taken whole");
  }

  /** What comes within a fifth of a second: a character, nothing at an end, null in silence. */
  private @Nullable String heard() {
    try {
      socket.setSoTimeout(200);
      int next = socket.getInputStream().read();
      return next < 0 ? "" : String.valueOf((char) next);
    } catch (SocketTimeoutException silent) {
      return null;
    } catch (IOException reset) {
      return "";
    }
  }

  /** The head of an answer, without waiting for what comes behind it. */
  String head() {
    var all = new StringBuilder();
    try {
      while (all.indexOf("\r\n\r\n") < 0) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          return all.toString();
        }
        all.append((char) next);
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that comes until the server closes; a reset is an end, too. */
  String rest() {
    var all = new StringBuilder();
    try {
      for (int next = socket.getInputStream().read();
          next >= 0;
          next = socket.getInputStream().read()) {
        all.append((char) next);
      }
    } catch (SocketException reset) {
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("no end after: " + all, e);
    }
    return all.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
