package org.ringside.demo.simulation;

/**
 * A team of the example organisation.
 *
 * @param seats people in it at speed 1
 * @param flair how much better than the floor it satisfies callers, as a share of surveys; the
 *     teams are close, because a contest that is decided on Monday is no show
 */
public record Crew(String id, String name, String site, int seats, double flair) {}
