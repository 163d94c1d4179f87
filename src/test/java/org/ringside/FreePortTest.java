package org.ringside;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringside.frame.CannotStart;

/** A port that cannot be had is told by number and knob. */
class FreePortTest {
  @Test
  void takenPort_isNamedWithItsKnob() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      refuses(Map.of("RINGSIDE_PORT", port), "Port " + port, "RINGSIDE_PORT");
      refuses(
          Map.of("RINGSIDE_MANAGEMENT_PORT", port, "RINGSIDE_PORT", "0"),
          "Port " + port,
          "RINGSIDE_MANAGEMENT_PORT");
    }
  }

  @Test
  void onePortForBoth_isRefused() {
    refuses(
        Map.of("RINGSIDE_PORT", "18999", "RINGSIDE_MANAGEMENT_PORT", "18999"),
        "RINGSIDE_PORT and RINGSIDE_MANAGEMENT_PORT are both 18999");
  }

  @Test
  void hostThatIsNone_isNamedWithItsKnob() {
    refuses(Map.of("RINGSIDE_HOST", "no such host"), "RINGSIDE_HOST", "no such host");
    refuses(Map.of("RINGSIDE_PORT", "0", "RINGSIDE_HOST", "192.0.2.1"), "RINGSIDE_HOST");
    refuses(
        Map.of("RINGSIDE_PORT", "0", "RINGSIDE_MANAGEMENT_HOST", "-"), "RINGSIDE_MANAGEMENT_HOST");
  }

  private static void refuses(Map<String, String> environment, String... words) {
    ServerSettings settings = ServerSettings.read(environment, false);
    assertThatThrownBy(() -> FreePort.require(settings))
        .isInstanceOf(CannotStart.class)
        .hasMessageContainingAll(words);
  }
}
