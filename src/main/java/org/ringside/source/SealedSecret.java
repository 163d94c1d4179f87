package org.ringside.source;

import java.util.HexFormat;
import org.ringside.credential.Sealing;
import org.ringside.credential.Tokens;

/** Where a signing secret lies in the database, and by what it is found there. */
public final class SealedSecret {
  private static final String PURPOSE = "source_key.sealed";

  private SealedSecret() {}

  /**
   * Names a secret. Two sources may have the same one, where their sender knows only one.
   *
   * @param text of the secret
   */
  static byte[] hash(int organisation, String source, String text) {
    return Tokens.hash(organisation + "/" + source + " " + text);
  }

  /**
   * Where it is sealed for.
   *
   * @param hash its name, the key of its row
   */
  public static Sealing.Place place(int organisation, byte[] hash) {
    return new Sealing.Place(PURPOSE, organisation + "/" + HexFormat.of().formatHex(hash));
  }
}
