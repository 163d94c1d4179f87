package org.ringside;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ringside.frame.CannotStart;
import org.ringside.frame.ServerKnobs;

/**
 * Finds a port for a server that several verticles will listen on together, or says which knob to
 * change where the wanted one is taken: before anything else is started, and in words.
 */
final class FreePort {
  private FreePort() {}

  /**
   * @throws CannotStart where a server could not listen on the ports that are set
   */
  static void require(ServerSettings settings) {
    int port = settings.port();
    int management = settings.managementPort();
    if (port != 0 && port == management) {
      throw new CannotStart(
          "RINGSIDE_PORT and RINGSIDE_MANAGEMENT_PORT are both %d: give each a port of its own."
              .formatted(port));
    }
    require("RINGSIDE_PORT", settings.host(), port);
    require(
        "RINGSIDE_MANAGEMENT_PORT", settings.knobs().get(ServerKnobs.MANAGEMENT_HOST), management);
  }

  private static void require(String knob, String host, int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      socket.getLocalPort();
    } catch (BindException e) {
      throw new CannotStart(
          "Port %d on %s cannot be had (%s): end what uses it, or choose another with %s."
              .formatted(port, host, e.getMessage(), knob),
          e);
    } catch (IOException e) {
      throw new CannotStart("There is no listening on %s: %s".formatted(host, e.getMessage()), e);
    }
  }

  static int on(String host) {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CannotStart("No port is free on " + host + ": " + e.getMessage(), e);
    }
  }
}
