package org.ringside.backup;

import org.jspecify.annotations.Nullable;

/**
 * A table as the database has it, with the statements that the database writes for it.
 *
 * @param insert takes an array of texts for each column, as long as there are rows
 * @param hasRows one row, true where it holds any
 * @param opener takes the first day of a month as text and opens its partition; null where the
 *     table is in one piece, or has partitions that nothing of that name opens
 * @param partitioned whether its rows are in partitions
 */
record StoredTable(
    TableHead head, String insert, String hasRows, @Nullable String opener, boolean partitioned) {
  String name() {
    return head.name();
  }
}
