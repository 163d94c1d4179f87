/**
 * Ringside: call facts in, team contests scored, standings on the wall.
 *
 * <p>{@link org.ringside.Main} alone knows everything; below it three layers that only look down:
 * pure rules ({@code calendar metric scoring standing}), the engine ({@code fact scorer board}),
 * and the features around them. {@code frame}, {@code db}, {@code limit} and {@code tls} carry what
 * all features stand on and import none of them. An architecture test holds this.
 */
@NullMarked
package org.ringside;

import org.jspecify.annotations.NullMarked;
