package org.ringside.access;

import java.util.List;
import java.util.Optional;
import org.ringside.frame.Knob;

/** The credential from which everything begins. */
public final class AccessKnobs {
  private static final int MIN_LENGTH = 24;
  private static final int MAX_LENGTH = 200;

  /** Unset, one is made and written to {@code bootstrap-token} in the data folder. */
  public static final Knob<Optional<String>> BOOTSTRAP_TOKEN =
      Knob.optional(
              "RINGSIDE_BOOTSTRAP_TOKEN",
              MIN_LENGTH + " to " + MAX_LENGTH + " visible ASCII characters",
              "$(openssl rand -hex 24)",
              "Founds organisations and invites their first administrators; one that is set here may do all that a machine can, for automation. Unset, one is made and kept in the data folder.",
              AccessKnobs::token)
          .kept();

  public static final List<Knob<?>> ALL = List.of(BOOTSTRAP_TOKEN);

  private AccessKnobs() {}

  private static Optional<String> token(String text) {
    return text.matches("[!-~]{" + MIN_LENGTH + "," + MAX_LENGTH + "}")
        ? Optional.of(text)
        : Optional.empty();
  }
}
