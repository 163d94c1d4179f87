package org.ringside.frame;

import java.util.List;

/** How many requests are answered, before the rest is sent away with 429. */
public final class LimitKnobs {
  private static final int MOST = 1_000_000;
  private static final String UNIT = "requests a second";

  /** An office, or a site with a thousand phones, is one address. */
  public static final Knob<Integer> ADDRESS =
      Knob.number(
          "RINGSIDE_LIMIT_ADDRESS",
          4_000,
          1,
          MOST,
          UNIT,
          "Most requests without a credential, and live sockets opened, of one address (IPv6: of its /64); five seconds' worth at once.");

  /** Nobody shows unknown keys but by mistake, or to guess. */
  public static final Knob<Integer> UNKNOWN =
      Knob.number(
          "RINGSIDE_LIMIT_UNKNOWN",
          20,
          1,
          MOST,
          "look-ups a second",
          "Most keys, addresses of sources and tokens of screens that nobody knows, and codes that an identity provider refuses, of one address; five seconds' worth at once.");

  /** Far above the 3,000 single facts a second that two processors take. */
  public static final Knob<Integer> KEY =
      Knob.number(
          "RINGSIDE_LIMIT_KEY",
          10_000,
          1,
          MOST,
          UNIT,
          "Most requests of one source, whichever of its keys and secrets it uses, or of the bootstrap token; five seconds' worth at once.");

  /** A page asks for a dozen things; scripts of a person are no fact sources. */
  public static final Knob<Integer> PERSON =
      Knob.number(
          "RINGSIDE_LIMIT_PERSON",
          100,
          1,
          MOST,
          UNIT,
          "Most requests of one account on all its devices, or of one screen; five seconds' worth at once.");

  /** All that has a credential of it. */
  public static final Knob<Integer> ORGANISATION =
      Knob.number(
          "RINGSIDE_LIMIT_ORGANISATION",
          20_000,
          1,
          MOST,
          UNIT,
          "Most requests of one organisation's people and sources together; five seconds' worth at once.");

  /** In the order of the documentation. */
  public static final List<Knob<?>> ALL = List.of(ADDRESS, UNKNOWN, KEY, PERSON, ORGANISATION);

  private LimitKnobs() {}
}
