package org.ringside.fact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a customer's number into what may be stored: the first 16 bytes of an HMAC-SHA256 under the
 * organisation's own key. It tells repeat calls apart and nothing else. One per request.
 */
final class CustomerKey {
  private final Mac mac;

  /**
   * @param key 32 bytes
   */
  CustomerKey(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  String hash(String customer) {
    byte[] full = mac.doFinal(customer.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(full, 16));
  }
}
