package org.ringside.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for the spelling of somebody who must not be named any more: HMAC-SHA256 under the
 * organisation's own key. It recognises a spelling that comes again and tells nothing to whoever
 * has not the key. For one thread.
 */
final class SpellingHash {
  /** So that no hash is also that of a customer, who are hashed under the same key. */
  private static final String KIND = "spelling\n";

  private static final String IDENTITY = "identity\n";

  private final Mac mac;

  /**
   * @param key 32 bytes
   */
  SpellingHash(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  byte[] of(String spelling) {
    return mac.doFinal((KIND + spelling).getBytes(StandardCharsets.UTF_8));
  }

  /** The same of what an identity provider calls somebody. */
  byte[] ofIdentity(String issuer, String subject) {
    return mac.doFinal((IDENTITY + issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
  }
}
