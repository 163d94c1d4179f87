/**
 * What every feature stands on and no feature owns: the HTTP frame, problems, paging, knobs.
 *
 * <p>Imports no feature. A feature declares its own {@link org.ringside.frame.Endpoint endpoints},
 * {@link org.ringside.frame.ProblemCode problem codes}, knobs and meters in the forms given here,
 * and {@code Main} collects them. Authorisation is checked at one place, {@link
 * org.ringside.frame.HttpFrame}, from the {@link org.ringside.frame.Permission} that an endpoint
 * names; an endpoint cannot be declared without one.
 *
 * <p>Threading: a router belongs to the event loop of its HTTP verticle. Handlers answer with a
 * future and never block.
 */
@NullMarked
package org.ringside.frame;

import org.jspecify.annotations.NullMarked;
