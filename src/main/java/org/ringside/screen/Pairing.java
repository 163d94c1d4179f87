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
 * @param taker who has named its code, null before; then nobody else can
 * @param wanted what they want the screen to be, null before
 * @param screen what it was paired as, null before
 */
record Pairing(
    String code,
    String secret,
    Device device,
    Instant askedAt,
    Instant expiresAt,
    @Nullable String taker,
    ScreenSql.@Nullable Wanted wanted,
    @Nullable Paired screen) {

  /**
   * What a screen was paired as.
   *
   * @param family of its tokens
   */
  record Paired(int organisation, int screen, UUID family) {}

  boolean isTaken() {
    return taker != null;
  }

  /** Somebody pairs it, and nobody else can. */
  Pairing by(String somebody, ScreenSql.Wanted settings) {
    return new Pairing(code, secret, device, askedAt, expiresAt, somebody, settings, null);
  }

  /** It waits as before. */
  Pairing putBack() {
    return new Pairing(code, secret, device, askedAt, expiresAt, null, null, null);
  }

  /**
   * Paired, and to be claimed.
   *
   * @param until at least
   */
  Pairing as(Paired paired, Instant until) {
    Instant end = until.isAfter(expiresAt) ? until : expiresAt;
    return new Pairing(code, secret, device, askedAt, end, taker, wanted, paired);
  }
}
