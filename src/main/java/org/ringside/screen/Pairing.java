package org.ringside.screen;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Device;

/**
 * A screen that asks to be paired.
 *
 * @param code that it shows
 * @param secret hexadecimal SHA-256 of what it claims the pairing with
 * @param device what asks, and from where
 * @param taken whether somebody has named its code; then nobody else can
 * @param screen what it was paired as, null before
 */
record Pairing(
    String code,
    String secret,
    Device device,
    Instant askedAt,
    Instant expiresAt,
    boolean taken,
    @Nullable Paired screen) {

  /**
   * What a screen was paired as.
   *
   * @param family of its tokens
   */
  record Paired(int organisation, int screen, UUID family) {}

  Pairing whileTaken(boolean now) {
    return new Pairing(code, secret, device, askedAt, expiresAt, now, screen);
  }

  /**
   * Paired, and to be claimed.
   *
   * @param until at least
   */
  Pairing as(Paired paired, Instant until) {
    Instant end = until.isAfter(expiresAt) ? until : expiresAt;
    return new Pairing(code, secret, device, askedAt, end, true, paired);
  }
}
