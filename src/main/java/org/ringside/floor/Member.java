package org.ringside.floor;

/**
 * An agent's time in a team.
 *
 * @param agent number of the agent
 * @param span when, cut to what was asked for
 */
public record Member(int agent, Span span) {}
