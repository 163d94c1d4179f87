/**
 * Single sign-on by OpenID Connect: an organisation names its provider, and what of a claim becomes
 * what here.
 *
 * <pre>
 * page ─▶ SingleSignOnRoutes.start ─▶ address at the provider: state, nonce, PKCE (S256)
 *                 └─▶ Shelf: the Departure, ten minutes, for the browser that has the cookie
 * provider ─▶ page /sign-in/return ─▶ SingleSignOnRoutes.back: state, iss
 *                 └─▶ Arrival: code ─▶ tokens ─▶ IdTokens: signature, claims ─▶ user info
 *                       └─▶ Voucher ─▶ account.VouchedSignIn ─▶ a session like any other
 * </pre>
 *
 * <p>May import {@code frame}, {@code db}, {@code credential}, {@code audit}, {@code floor}, {@code
 * organisation} and {@code account}; nobody but Main imports it. What is decided about accounts is
 * decided in {@code account}, which knows nothing of OpenID Connect.
 *
 * <p><b>Threads.</b> Everything is safe from any thread. What is remembered (who has set out, what
 * a provider says of itself, its keys) is in memory, bounded in number and time: a restart asks
 * those who are on their way to begin anew.
 *
 * <p><b>On purpose.</b>
 *
 * <ul>
 *   <li>The provider sends people back to a page of ours, which posts what it was given: so the
 *       cookie that ties a sign-in to its browser is {@code SameSite=Strict}, a refusal is a
 *       problem like any other, and the code leaves the address bar before anything else is loaded.
 *   <li>Signatures and keys are read by nimbus-jose-jwt, other than those of our own tokens (see
 *       {@code credential}): there is no one algorithm, no one form of keys and no one issuer, and
 *       what providers really send has been met by that library before. It is given the algorithms,
 *       the keys and nothing else: what the claims must be is decided here, because its own check
 *       reads the machine's clock.
 *   <li>HMAC is never taken, whatever a provider offers: the secret would be a signing key that we
 *       hold as well. Ed25519 is checked by the platform: the library would ask for another one.
 *   <li>Somebody is known by issuer and subject. An account that exists is linked by its login only
 *       where the organisation says that its provider is the master of logins; an administrator's
 *       only where it is trusted with administrators as well. Else whoever may choose a login at
 *       the provider could take over any account.
 *   <li>An e-mail address is a login only when the provider says that it was verified.
 *   <li>Who decides about others needs a second factor: the provider's, where its token says so in
 *       the way that the organisation has named, or else ours. User info proves none: it is not
 *       signed.
 *   <li>Redirects of providers are not followed, their answers have half a megabyte and eight
 *       seconds, all that one sign-in needs twelve, and http is spoken to this machine alone. Where
 *       several organisations share a server its operator can say which providers there are ({@link
 *       org.ringside.oidc.ProviderKnobs}): whoever may name an address makes this server call it.
 *   <li>There is no sign-out at the provider: whoever leaves Ringside has not left the company.
 * </ul>
 */
@NullMarked
package org.ringside.oidc;

import org.jspecify.annotations.NullMarked;
