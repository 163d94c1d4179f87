/**
 * People who sign in: their accounts and roles, sessions, one-time links and second factors.
 *
 * <pre>
 * password (+ code) ─▶ SignIn ─▶ Sessions ─▶ access token, minutes   ─▶ every request
 *                                        └─▶ refresh token, a cookie ─▶ turned over at each use
 * one-time link ─▶ WelcomeRoutes ─▶ a password, and signed in
 * Voucher of an identity provider (+ code) ─▶ VouchedSignIn ─▶ Sessions
 * </pre>
 *
 * <p>{@link org.ringside.account.Role} is the table of who may do what. An access token says only
 * who somebody is; what that allows is looked up at each request in {@link
 * org.ringside.account.People}, so that a change of roles takes effect at once. What is withdrawn
 * is told through {@link org.ringside.frame.Withdrawals}.
 *
 * <p>{@link org.ringside.account.SignInWatch} counts how sign-ins come out and tells the log, by
 * numbers alone, where somebody who keeps failing is made to wait.
 *
 * <p>A session in which an identity provider vouched for a second factor says so, and its access
 * tokens do; the account itself gains nothing by it.
 *
 * <p>Who comes in by a provider's word for the first time is decided about in the transaction that
 * makes or links the account; whether that is somebody who was anonymised is told by {@link
 * org.ringside.account.GonePeople}, which {@code person} implements.
 *
 * <p>An account may be linked to an agent; without the link there is no "me" on the boards.
 *
 * <p>May import {@code frame}, {@code db}, {@code credential}, {@code audit}, {@code floor} and
 * {@code organisation}. Everything is safe from any thread.
 *
 * <p><b>On purpose.</b> The server sends no mail: whoever invites passes the link on. Links carry
 * their token behind a #. Failed sign-ins are counted in memory: a restart forgets them, and each
 * guess costs a password hash.
 */
@NullMarked
package org.ringside.account;

import org.jspecify.annotations.NullMarked;
