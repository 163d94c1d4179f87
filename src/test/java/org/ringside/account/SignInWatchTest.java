package org.ringside.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.PASSWORD;
import static org.ringside.account.Household.role;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.LogLines;
import org.ringside.TestServer;
import org.ringside.TurnedClock;
import org.ringside.db.TestDatabase;

/** What whoever runs the server sees of somebody who guesses. */
class SignInWatchTest {
  private static final String WRONG = "wrong password!";

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-16T01:00:00Z"));
  private final TestServer server = TestServer.start(TestDatabase.fresh(), clock);
  private final Household people = new Household(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private String counted(String outcome) {
    String sample = "ringside_sign_ins_total{outcome=\"" + outcome + "\"} ";
    return server
        .metrics()
        .lines()
        .filter(line -> line.startsWith(sample))
        .map(line -> line.substring(sample.length()))
        .findFirst()
        .orElse("none");
  }

  @Test
  void sign_ins_are_counted_by_how_they_came_out_also_those_that_have_not_been_yet() {
    people.moveIn("li", role("agent"));
    assertThat(counted("busy")).isEqualTo("0.0");
    people.signIn("li", PASSWORD);
    for (int i = 0; i < 5; i++) {
      people.signIn("li", WRONG);
    }
    people.signIn("li", PASSWORD);

    assertThat(counted("let_in")).isEqualTo("1.0");
    assertThat(counted("refused")).isEqualTo("5.0");
    assertThat(counted("paused")).isEqualTo("1.0");
    assertThat(counted("factor_refused")).isEqualTo("0.0");
  }

  @Test
  void who_comes_to_a_pause_is_in_the_log_by_numbers_alone_and_once_a_minute() {
    people.moveIn("li.wei", role("agent"));
    try (var log = new LogLines(SignInWatch.class.getName())) {
      guess(4);
      assertThat(log.all()).isEmpty();
      guess(1);
      clock.turn(Duration.ofSeconds(2));
      guess(1);
      clock.turn(Duration.ofSeconds(58));
      guess(1);

      assertThat(log.all()).hasSize(2);
      assertThat(log.all().getFirst())
          .startsWith("WARN sign-in pauses for one name from one address")
          .contains("organisation 1, account 1; 0 more");
      assertThat(log.all().getLast()).contains("organisation 1, account 1; 1 more");
      assertThat(log.all()).noneMatch(line -> line.contains("li.wei") || line.contains("127.0"));
    }
  }

  private void guess(int times) {
    for (int i = 0; i < times; i++) {
      people.signIn("li.wei", WRONG);
    }
  }

  @Test
  void name_that_nobody_has_leaves_a_line_without_an_account() {
    try (var log = new LogLines(SignInWatch.class.getName())) {
      for (int i = 0; i < 5; i++) {
        people.signIn("nobody", WRONG);
      }
      assertThat(log.all()).singleElement().asString().contains("organisation 1, account unknown;");
    }
  }
}
