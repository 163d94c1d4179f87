package org.ringside.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer.Answer;
import org.ringside.contract.Malformations.Malformed;

/** Malformed bodies, made from the contract, against every operation that reads one. */
class MalformedTest {
  private static final int ONE_IN = 12;

  private static final List<Integer> MISUNDERSTOOD = List.of(400, 413, 415, 500, 503);

  /** What follows would prove little, were the body that is spoilt no good to begin with. */
  @Test
  void examples_of_the_contract_are_understood_by_the_server() {
    var misunderstood = new ArrayList<String>();
    try (var run = new MalformedRun()) {
      for (Operation operation : run.operations()) {
        for (Answer answer : run.sendSpecimens(operation)) {
          if (MISUNDERSTOOD.contains(answer.status()) && !isWrongCode(answer)) {
            misunderstood.add(operation + ": " + answer.status() + " " + answer.body());
          }
        }
      }
    }
    assertThat(misunderstood).isEmpty();
  }

  /** The digits of an app are right for half a minute, and not what any contract says. */
  private static boolean isWrongCode(Answer answer) {
    return answer.json().getString("detail", "").startsWith("code: expected the six digits");
  }

  @Test
  void sample_of_malformed_bodies_is_refused_and_leaves_nothing_half_done() {
    long seed = Long.getLong("malformed.seed", System.nanoTime());
    System.out.println("MalformedTest: -Dmalformed.seed=" + seed);
    var random = new Random(seed);
    spoil(one -> random.nextInt(ONE_IN) == 0);
  }

  @Test
  @Tag("faults")
  void every_malformed_body_is_refused_and_leaves_nothing_half_done() {
    spoil(one -> true);
  }

  private static void spoil(Predicate<Malformed> chosen) {
    try (var run = new MalformedRun()) {
      run.operations().forEach(operation -> run.spoil(operation, chosen));
      System.out.println("MalformedTest: " + run.sent() + " requests");
      assertThat(run.sent()).isGreaterThan(run.operations().size());
      assertThat(run.wrong()).isEmpty();
    }
  }
}
