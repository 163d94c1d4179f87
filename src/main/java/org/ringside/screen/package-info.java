/**
 * Screens: displays on walls that are paired as TVs are, may only watch, and can be sent away.
 *
 * <pre>
 * wall                          server                            manager
 * PairingRoutes: ask      ─▶ code + secret
 *   shows the code                                  ◀─ types or scans it
 *                            Pairings                   PairingRoutes: look
 *                            PairedScreens          ◀─ ScreenRoutes: pair
 * PairingRoutes: claim    ─▶ screen token, a cookie
 * ScreenSessionRoutes     ─▶ access token, minutes  ─▶ boards and the live socket
 * </pre>
 *
 * <p>A screen's {@link org.ringside.screen.Playlist} is what it shows and what it may see: the
 * {@link org.ringside.frame.Reach} of its one right, to watch. It is looked up at each request, so
 * that a change, a revocation and a contest that a chosen series opens take effect at once, without
 * another token.
 *
 * <p>A screen token is turned over at each renewal ({@link org.ringside.screen.Handed}). What was
 * turned over and is shown again was copied: that raises an {@link org.ringside.screen.Alarm}, as
 * does a screen that watches from two addresses at once ({@link org.ringside.screen.Whereabouts}).
 * An alarm tells people; it shuts nobody out, or anybody who once had a token could darken a wall.
 *
 * <p>May import {@code frame}, {@code db}, {@code credential}, {@code audit}, {@code organisation},
 * {@code floor}, {@code contest} and {@code board}. Everything is safe from any thread.
 *
 * <p><b>On purpose.</b> Pairings are in memory alone: after a restart a screen that waits shows
 * another code. A screen that was revoked is never paired again; the display is paired as another
 * one. When a screen was seen last is written when it renews, about every ten minutes; what its
 * socket tells meanwhile is in memory.
 */
@NullMarked
package org.ringside.screen;

import org.jspecify.annotations.NullMarked;
