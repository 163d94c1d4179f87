package org.ringside.demo.simulation;

/**
 * A team of the example organisation.
 *
 * @param seats people in it at speed 1
 * @param flair added to the chance of a satisfied caller; set so that the teams of the first seed
 *     are close, because a contest that is decided on Monday is no show
 */
public record Crew(String id, String name, String site, int seats, double flair) {}
