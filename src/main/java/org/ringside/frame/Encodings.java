package org.ringside.frame;

import java.io.CharConversionException;

/** How the characters of JSON are spelt in bytes. Pure. */
public final class Encodings {
  private Encodings() {}

  /**
   * Gives the bytes as they are. Fails for UTF-16 and UTF-32, which a parser takes if nobody asks,
   * and which RFC 8259 does not allow: JSON in UTF-8 has no zero in its first two bytes.
   */
  public static byte[] narrow(byte[] json) throws CharConversionException {
    if (json.length >= 2 && (json[0] == 0 || json[1] == 0 || isMark(json[0], json[1]))) {
      throw new CharConversionException("JSON must be in UTF-8.");
    }
    return json;
  }

  /** The byte order mark of UTF-16 or UTF-32 in either order. */
  private static boolean isMark(byte first, byte second) {
    return (first == (byte) 0xFE && second == (byte) 0xFF)
        || (first == (byte) 0xFF && second == (byte) 0xFE);
  }
}
