package org.ringside.floor;

/**
 * Somebody who handles contacts (座席).
 *
 * @param no number inside the organisation, from 1
 * @param code staff number (工号), unique; the {@code id} of the API, and an alias by itself
 */
public record Agent(int no, String code, String name) {}
