/**
 * The contract of the API, served: {@code openapi.yaml} and {@code asyncapi.yaml} as they are, and
 * the former as a page to read.
 *
 * <p>The contract is written by hand and comes first; tests hold the running server to it. The page
 * is made from it when it is first asked for: no scripts, nothing from elsewhere, everything
 * escaped, so that the strictest content policy holds.
 *
 * <p>May import {@code frame} alone. Safe to share between the loops.
 */
@NullMarked
package org.ringside.contract;

import org.jspecify.annotations.NullMarked;
