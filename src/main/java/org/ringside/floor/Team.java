package org.ringside.floor;

import org.jspecify.annotations.Nullable;

/**
 * A team (班组).
 *
 * @param no number inside the organisation, from 1
 * @param code what the customer calls it, unique; the {@code id} of the API
 * @param site number of its site, null if none was named
 */
public record Team(int no, String code, String name, @Nullable Integer site) {}
