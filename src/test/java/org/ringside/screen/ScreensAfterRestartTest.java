package org.ringside.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.TestServer.TOKEN;

import org.junit.jupiter.api.Test;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;

class ScreensAfterRestartTest {
  @Test
  void screens_outlive_a_restart_and_codes_do_not() {
    try (TestServer server = TestServer.start(TestDatabase.fresh())) {
      var settings = Display.settings(null, Display.everything());
      Display wall = Display.paired(server, TOKEN, settings);
      wall.renew();
      String copied = wall.cookie();
      String access = wall.access();
      Display waiting = new Display(server);
      waiting.ask();

      server.restart();

      assertThat(server.send(server.request("/api/v1/boards", access).GET()).status())
          .isEqualTo(200);
      assertThat(wall.renew().status()).isEqualTo(200);
      assertThat(wall.renew(copied).status()).as("what was over is over").isEqualTo(401);
      assertThat(server.get("/api/v1/screens").items()).hasSize(1);
      assertThat(waiting.claim().status()).isEqualTo(404);
      assertThat(waiting.pair(TOKEN, settings).status()).isEqualTo(404);
    }
  }
}
