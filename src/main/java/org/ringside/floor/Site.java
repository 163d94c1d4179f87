package org.ringside.floor;

/**
 * A place where teams work.
 *
 * @param no number inside the organisation, from 1
 * @param code what the customer calls it, unique; the {@code id} of the API
 */
public record Site(int no, String code, String name) {}
