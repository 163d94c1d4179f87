package org.ringside.backup;

/**
 * A table's reference to another one or to itself.
 *
 * @param defer statement that has it looked at when the transaction ends
 * @param asBefore statement that makes it what it was
 */
record ForeignKey(String table, String references, String defer, String asBefore) {}
