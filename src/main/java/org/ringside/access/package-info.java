/**
 * Who a bearer token is: the bootstrap administrator, a source by its key, or anybody who may watch
 * public boards.
 *
 * <p>Tokens are compared and looked up by their SHA-256 only; none is stored or logged. A key that
 * was found is remembered for half a minute, so that revoking one takes effect within that time.
 *
 * <p>May import {@code frame}, {@code source} and {@code organisation}.
 */
@NullMarked
package org.ringside.access;

import org.jspecify.annotations.NullMarked;
