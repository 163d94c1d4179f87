package org.ringside.demo;

import java.util.List;
import org.ringside.frame.Knob;

/** What an operator may choose about the example floor. */
public final class DemoKnobs {
  /** Density, not a faster clock: a fact from the future would be refused (R2). */
  public static final Knob<Integer> SPEED =
      Knob.number(
          "RINGSIDE_DEMO_SPEED",
          1,
          1,
          60,
          "times",
          "How many times the people and the calls of the example floor there are from now on; read by demo.");

  /** Another seed, another floor. */
  public static final Knob<Integer> SEED =
      Knob.number(
          "RINGSIDE_DEMO_SEED",
          7,
          0,
          999_999_999,
          "",
          "Seed of the example floor: names, skills and every call follow from it; read by demo.");

  /** Who can reach an example can sign in to it: its passwords are printed. */
  public enum On {
    LOOPBACK,
    NETWORK
  }

  /** Told by hand, because what is shown to a network is shown to all of it. */
  public static final Knob<On> ON =
      Knob.choice(
          "RINGSIDE_DEMO_ON",
          On.LOOPBACK,
          "Where the example floor may be reached: network allows another RINGSIDE_HOST than loopback; read by demo.");

  /** In the order of the documentation. */
  public static final List<Knob<?>> ALL = List.of(SPEED, SEED, ON);

  private DemoKnobs() {}
}
