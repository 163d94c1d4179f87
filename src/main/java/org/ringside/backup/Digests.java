package org.ringside.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash under a backup. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
