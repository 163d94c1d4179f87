/**
 * Who a bearer token or a signature is: somebody who has signed in, a screen, a source by its key,
 * the bootstrap token, or anybody who may watch public boards.
 *
 * <p>Opaque tokens are compared and looked up by their SHA-256 only; none is stored or logged. What
 * is remembered between requests is forgotten when {@link org.ringside.frame.Withdrawals} says so.
 *
 * <p>A source may sign its requests instead ({@link org.ringside.access.SignedRequests}). Whose
 * such a request is follows from an address that the source alone has, not from names in it:
 * senders of webhooks can be given an address and often nothing else, and nobody can try one by
 * guessing names. Once a signature is proved, the organisation comes from the row with the secret,
 * as with a key.
 *
 * <p>The bootstrap token founds organisations and invites their first administrator. It may do more
 * only where an operator has set it by hand, for automation: then it was chosen, and is somebody's.
 *
 * <p>May import {@code frame}, {@code db}, {@code credential}, {@code account}, {@code screen},
 * {@code source} and {@code organisation}.
 */
@NullMarked
package org.ringside.access;

import org.jspecify.annotations.NullMarked;
