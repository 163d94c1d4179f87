package org.ringside.backup;

/**
 * A column of a table.
 *
 * @param type as PostgreSQL spells it, with its length: {@code character(3)}
 */
record Column(String name, String type) {}
