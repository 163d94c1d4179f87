package org.ringside.frame;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.ringside.limit.Buckets;
import org.ringside.limit.Pace;

/**
 * How often each address, source, person and organisation may ask. Whoever shows nothing counts for
 * the address; whoever has proved who they are counts for themselves and their organisation, and
 * not for the address, behind which others may be. Safe from any thread.
 */
public final class Limits {
  static final ProblemCode TOO_MANY =
      new ProblemCode("TOO_MANY_REQUESTS", 429, "Too many requests; wait, then go on.");

  private static final int BURST_SECONDS = 5;

  /** Names of each kind that are remembered. */
  private static final int MOST_NAMES = 20_000;

  private final InstantSource clock;
  private final Kind<String> address;
  private final Kind<String> unknown;
  private final Kind<Name> key;
  private final Kind<Name> person;
  private final Kind<Integer> organisation;

  private record Name(int organisation, String name) {}

  private record Kind<K>(String whose, int rate, Buckets<K> buckets, Counter refused) {}

  public Limits(Knobs knobs, InstantSource clock, MeterRegistry meters) {
    this.clock = clock;
    this.address = kind("address", knobs.get(LimitKnobs.ADDRESS), meters);
    this.unknown = kind("unknown", knobs.get(LimitKnobs.UNKNOWN), meters);
    this.key = kind("key", knobs.get(LimitKnobs.KEY), meters);
    this.person = kind("person", knobs.get(LimitKnobs.PERSON), meters);
    this.organisation = kind("organisation", knobs.get(LimitKnobs.ORGANISATION), meters);
  }

  private static <K> Kind<K> kind(String whose, int rate, MeterRegistry meters) {
    var buckets = new Buckets<K>(Pace.perSecond(rate, BURST_SECONDS), MOST_NAMES);
    return new Kind<>(
        whose, rate, buckets, meters.counter("ringside.requests.limited", "by", whose));
  }

  /**
   * Counts what shows no credential.
   *
   * @throws RefusedException where the address has to wait
   */
  public void address(Visit visit) {
    take(address, Addresses.network(visit.client()));
  }

  /** It did show one after all. */
  void notForAddress(Visit visit) {
    address.buckets().giveBack(Addresses.network(visit.client()));
  }

  /**
   * Counts what somebody asks.
   *
   * @throws RefusedException where they, or their organisation, have to wait
   */
  void admitted(Principal who) {
    if (who.name().equals(Principal.ANYONE)) {
      return;
    }
    take(who.until() == null ? key : person, new Name(who.organisation(), who.name()));
    if (who.organisation() > 0) {
      take(organisation, who.organisation());
    }
  }

  /** For looking up what somebody at that address shows. */
  public Toll toll(Visit visit) {
    String from = Addresses.network(visit.client());
    return new Toll() {
      @Override
      public void pay() {
        take(unknown, from);
      }

      @Override
      public void giveBack() {
        unknown.buckets().giveBack(from);
      }
    };
  }

  private <K> void take(Kind<K> kind, K name) {
    long wait = kind.buckets().take(name, TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    if (wait > 0) {
      kind.refused().increment();
      throw tooMany(kind, wait);
    }
  }

  private static RefusedException tooMany(Kind<?> kind, long waitNanos) {
    int seconds = (int) Math.ceilDiv(waitNanos, TimeUnit.SECONDS.toNanos(1));
    String detail =
        String.format(
            Locale.ROOT,
            "More than %,d a second (limit: %s); go on in %d s.",
            kind.rate(),
            kind.whose(),
            seconds);
    return TOO_MANY.because(detail).after(seconds).refused();
  }
}
