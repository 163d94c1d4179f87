/**
 * A call-centre floor that never existed, simulated call by call.
 *
 * <p>Purpose: credible facts for a demonstration. People on shifts, callers with finite patience,
 * routing, rings, talks, wrap-up, breaks, outbound dialling, surveys, quality checks days later;
 * and what real sources add to it: late, repeated, reordered and corrected facts.
 *
 * <p>Imports {@code java.*} and {@code org.jspecify.annotations} only; knows no wall clock, time is
 * always an argument. Not thread-safe: one caller at a time.
 *
 * <p>Determinism: a {@link org.ringside.demo.simulation.FloorDay} is a discrete-event simulation of
 * one calendar day, a pure function of the plan and the date. Every person, queue and stream of
 * chance has its own random numbers, split from (seed, date, name), so neither the polling step nor
 * a new draw elsewhere changes them. No shift crosses midnight and nobody leaves a late shift for a
 * night one, so that days never share a person and can be computed alone: a restart needs the last
 * few days only, for what they still have to deliver.
 *
 * <p>On purpose: times are {@code long} milliseconds since 1970 in here, because the simulation
 * orders millions of them; instants stay at the edge.
 */
@NullMarked
package org.ringside.demo.simulation;

import org.jspecify.annotations.NullMarked;
