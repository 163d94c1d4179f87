package org.ringside.screen;

import java.time.Instant;

/**
 * When and where a screen was last known to be.
 *
 * @param address network address that it came from
 */
record Sighting(Instant at, String address) {}
