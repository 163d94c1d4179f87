/**
 * What every feature stands on and no feature owns: the HTTP frame, problems, paging, knobs.
 *
 * <p>Imports no feature. A feature declares its own {@link org.ringside.frame.Endpoint endpoints},
 * {@link org.ringside.frame.ProblemCode problem codes}, knobs and meters in the forms given here,
 * and {@code Main} collects them. A request is let in at one place, {@link
 * org.ringside.frame.Admission}, before its body is read: who calls, whether they may, which
 * follows from the {@link org.ringside.frame.Permission} that an endpoint names, and how often
 * ({@link org.ringside.frame.Limits}). An endpoint cannot be declared without a permission. A right
 * is about all of the organisation or about a part of it, a {@link org.ringside.frame.Reach}; an
 * endpoint whose handler does not keep to the part asks for the whole.
 *
 * <p>What is no longer as it was admitted is told through {@link org.ringside.frame.Withdrawals};
 * what is looked up at each request is remembered in a {@link org.ringside.frame.ShortMemory} until
 * then. What lets a browser come back is a {@link org.ringside.frame.KeptCookie}; who keeps failing
 * waits by {@link org.ringside.frame.Backoff}; what could fill the log is said {@link
 * org.ringside.frame.Seldom seldom}.
 *
 * <p>What is known of the way that a request took is decided once, by {@link
 * org.ringside.frame.Entrance}, before anything else happens; nobody else reads a header about it.
 *
 * <p>Threading: a router belongs to the event loop of its HTTP verticle. Handlers answer with a
 * future and never block.
 */
@NullMarked
package org.ringside.frame;

import org.jspecify.annotations.NullMarked;
