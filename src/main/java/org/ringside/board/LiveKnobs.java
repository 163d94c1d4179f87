package org.ringside.board;

import java.util.List;
import org.ringside.frame.Knob;

/** How many live sockets there may be. */
public final class LiveKnobs {
  /** Tabs and devices of one person; windows of one screen. */
  public static final Knob<Integer> PER_PERSON =
      Knob.number(
          "RINGSIDE_LIVE_PER_PERSON",
          10,
          1,
          1000,
          "sockets",
          "Most live sockets of one account or screen at a time; one more is closed with 4409.");

  /** Screens, phones and desks together. */
  public static final Knob<Integer> PER_ORGANISATION =
      Knob.number(
          "RINGSIDE_LIVE_PER_ORGANISATION",
          12_000,
          1,
          1_000_000,
          "sockets",
          "Most live sockets of one organisation at a time; one more is closed with 4409.");

  /** In the order of the documentation. */
  public static final List<Knob<?>> ALL = List.of(PER_PERSON, PER_ORGANISATION);

  private LiveKnobs() {}
}
