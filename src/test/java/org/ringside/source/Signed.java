package org.ringside.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.ringside.credential.WebhookSecret;

/** Headers as a sender of Standard Webhooks writes them. */
public final class Signed {
  private Signed() {}

  public static Map<String, String> headers(String secret, String id, Instant at, String body) {
    String timestamp = Long.toString(at.getEpochSecond());
    String signature =
        WebhookSecret.of(secret)
            .orElseThrow()
            .sign(id, timestamp, body.getBytes(StandardCharsets.UTF_8));
    return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature);
  }
}
