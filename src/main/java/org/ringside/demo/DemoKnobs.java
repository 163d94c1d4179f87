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

  /** In the order of the documentation. */
  public static final List<Knob<?>> ALL = List.of(SPEED, SEED);

  private DemoKnobs() {}
}
