package org.ringside;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.ringside.frame.CannotStart;
import org.ringside.frame.Knob;
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
    require(ServerKnobs.HOST, settings.host(), ServerKnobs.PORT, port);
    require(
        ServerKnobs.MANAGEMENT_HOST,
        settings.knobs().get(ServerKnobs.MANAGEMENT_HOST),
        ServerKnobs.MANAGEMENT_PORT,
        management);
  }

  private static void require(Knob<String> hostKnob, String host, Knob<Integer> knob, int port) {
    try (var socket = new ServerSocket(port, 1, address(hostKnob, host))) {
      socket.getLocalPort();
    } catch (BindException e) {
      throw new CannotStart(
          "Port %d on %s cannot be had (%s): end what uses it, or choose another with %s; the address is %s's, and must be one of this machine."
              .formatted(port, host, e.getMessage(), knob.name(), hostKnob.name()),
          e);
    } catch (IOException e) {
      throw new CannotStart("There is no listening on %s: %s".formatted(host, e.getMessage()), e);
    }
  }

  private static InetAddress address(Knob<String> knob, String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new CannotStart(
          "%s: expected an address or name of this machine, for instance %s; %s is none."
              .formatted(knob.name(), knob.example(), host),
          e);
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
