/**
 * What sign-in is made of: passwords, one-time codes, opaque tokens, sealed secrets, signing keys
 * and the access tokens signed by them. Who may sign in, and what for, is decided elsewhere.
 *
 * <p><b>May import</b> {@code frame}, Vert.x core and SQL client, Bouncy Castle and java.*; no
 * feature. Everybody may import it.
 *
 * <p><b>Threads.</b> Passwords are hashed on {@link org.ringside.credential.PasswordWorkers threads
 * of their own}, few and with a short queue, because each takes a quarter of a second of a core:
 * without a limit a flood of sign-ins would stop everything else. All the rest is quick, holds
 * nothing that changes, and runs wherever it is called.
 *
 * <p><b>On purpose.</b>
 *
 * <ul>
 *   <li>No secret is in a {@code toString}, an exception or a log line.
 *   <li>Time comes in as an argument; nothing here reads a clock.
 *   <li>Signed tokens are read here and not by {@code vertx-auth-jwt}. That knows EdDSA, but reads
 *       the time from the machine's own clock, takes a name that stands twice, any {@code typ} and
 *       every header, and picks its key by the algorithm where no {@code kid} is named. With all of
 *       that done before it, one call of the platform's {@code Signature} is what is left, and a
 *       second reader that may understand the same text otherwise would be a risk of its own.
 *   <li>There is one algorithm, Ed25519, which has no parameters to get wrong: a token that names
 *       another is refused before any key is looked for.
 *   <li>A refused token has a {@link org.ringside.credential.TokenCheck.Reason reason} for the log;
 *       whoever sent it only hears that it is not known.
 *   <li>There is no list of breached passwords: none is brought along, and asking a service outside
 *       would tell it who signs in here.
 * </ul>
 */
@NullMarked
package org.ringside.credential;

import org.jspecify.annotations.NullMarked;
