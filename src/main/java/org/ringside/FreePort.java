package org.ringside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ringside.frame.CannotStart;

/** Finds a port for a server that several verticles will listen on together. */
final class FreePort {
  private FreePort() {}

  static int on(String host) {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CannotStart("No port is free on " + host + ": " + e.getMessage(), e);
    }
  }
}
