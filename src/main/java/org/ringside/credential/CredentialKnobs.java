package org.ringside.credential;

import java.util.List;
import java.util.Optional;
import org.ringside.frame.Knob;

/** What an operator may set about secrets. */
public final class CredentialKnobs {
  /** One, so that a flood of sign-ins leaves a machine of two cores the other one. */
  public static final Knob<Integer> PASSWORD_WORKERS =
      Knob.number(
          "RINGSIDE_PASSWORD_WORKERS",
          1,
          1,
          16,
          "threads",
          "How many passwords are hashed at the same time; each takes a core and 19 MiB of the heap for a moment.");

  /** Unset, one is made and written to {@code sealing-key} in the data folder. */
  public static final Knob<Optional<String>> SEALING_KEY =
      Knob.optional(
              "RINGSIDE_SEALING_KEY",
              "32 bytes in base64",
              "$(openssl rand -base64 32)",
              "Key of the secrets that the database holds sealed; unset, one is made and kept in the data folder. Without it they do not open.",
              text -> SealingKey.read(text).map(key -> text))
          .kept();

  public static final List<Knob<?>> ALL = List.of(PASSWORD_WORKERS, SEALING_KEY);

  private CredentialKnobs() {}
}
