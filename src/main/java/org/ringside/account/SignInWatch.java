package org.ringside.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.credential.PasswordWorkers;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.frame.Seldom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What whoever runs the server sees of sign-ins: how they came out, and a line in the log where
 * somebody who keeps failing is made to wait. It names nobody, and no address. Safe from any
 * thread.
 */
final class SignInWatch {
  private static final Logger LOG = LoggerFactory.getLogger(SignInWatch.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int MOST_KINDS = 1_000;

  private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
  private final Seldom<Kind> seldom = new Seldom<>(EVERY, MOST_KINDS);
  private final InstantSource clock;

  /** How a sign-in came out; by these names it is counted. */
  enum Outcome {
    LET_IN,
    REFUSED,
    PAUSED,
    FACTOR_NEEDED,
    FACTOR_REFUSED,
    BUSY,
    FAILED
  }

  /** Who has to wait. */
  enum Guessing {
    AT_ONE_NAME_FROM_ONE_ADDRESS("one name from one address"),
    AT_ONE_NAME("one name from everywhere"),
    FROM_ONE_ADDRESS("one address, whatever the name"),
    AT_A_SECOND_FACTOR("the second factor of one account behind single sign-on");

    private final String words;

    Guessing(String words) {
      this.words = words;
    }
  }

  private record Kind(Guessing guessing, int organisation) {}

  SignInWatch(MeterRegistry meters, InstantSource clock) {
    this.clock = clock;
    for (Outcome outcome : Outcome.values()) {
      counters.put(
          outcome,
          Counter.builder("ringside.sign.ins")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .description("Sign-ins by password and by single sign-on, by how they came out")
              .register(meters));
    }
  }

  /** The same sign-in, counted when it is over. */
  <T> Future<T> counted(Future<T> signIn) {
    return signIn
        .onSuccess(in -> count(Outcome.LET_IN))
        .onFailure(failure -> count(outcome(failure)));
  }

  private void count(Outcome outcome) {
    Counter counter = counters.get(outcome);
    if (counter != null) {
      counter.increment();
    }
  }

  private static Outcome outcome(Throwable failure) {
    if (!(failure instanceof RefusedException refused)) {
      return Outcome.FAILED;
    }
    ProblemCode code = refused.problem().code();
    if (code.equals(SignIn.PAUSED)) {
      return Outcome.PAUSED;
    }
    if (code.equals(SignIn.FACTOR_NEEDED)) {
      return Outcome.FACTOR_NEEDED;
    }
    if (code.equals(SignIn.FACTOR_REFUSED)) {
      return Outcome.FACTOR_REFUSED;
    }
    return code.equals(PasswordWorkers.SIGN_IN_BUSY) ? Outcome.BUSY : Outcome.REFUSED;
  }

  /**
   * Somebody failed and has to wait now.
   *
   * @param organisation whose name it was, 0 where there is none of that name
   * @param account whose name it was, null where it is nobody's
   */
  void paused(Guessing guessing, int organisation, @Nullable Integer account) {
    Instant now = clock.instant();
    seldom
        .turn(new Kind(guessing, organisation), now)
        .ifPresent(
            silent ->
                LOG.warn(
                    "sign-in pauses for {}, which failed too often: organisation {}, account {};"
                        + " {} more pauses of this kind since the last such line",
                    guessing.words,
                    organisation == 0 ? "unknown" : organisation,
                    account == null ? "unknown" : account,
                    silent));
  }
}
