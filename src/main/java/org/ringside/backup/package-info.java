/**
 * Everything that the database holds in one file, and back again: {@code ringside backup} and
 * {@code ringside restore}.
 *
 * <pre>
 * Backup: catalogue ─▶ order of foreign keys ─▶ rows by cursor ─▶ lines ─▶ gzip ─▶ FILE.part ─▶ FILE
 * Restore: FILE proved whole ─▶ schema of its version ─▶ rows, one transaction ─▶ later steps
 * </pre>
 *
 * <p><b>May import</b> {@code db}, {@code frame}, Vert.x and java.*; no feature. Which tables there
 * are is read from the database's own catalogue, so a table that a later migration adds is backed
 * up without anybody thinking of it; a partitioned one needs an {@code open_<table>_month(date)}
 * beside it, as {@code fact} has.
 *
 * <p><b>The file.</b> Lines of JSON, gzipped: a {@link org.ringside.backup.Manifest}, for each
 * table a {@link org.ringside.backup.TableHead} and its rows, the state of each sequence, and at
 * the end the number of rows of each table with the SHA-256 of every byte before that line. A row
 * is an array of the columns' own text forms, which is what PostgreSQL promises to read back: JSON
 * values would lose infinite instants, null beside JSON's null, and the bounds of arrays.
 *
 * <p><b>Threads.</b> A command has the process for itself: all of this blocks on its one thread,
 * while the database works on the next portion.
 *
 * <p><b>On purpose.</b> Statements about tables are written by the database from its catalogue,
 * with its own quoting, and nothing that stands in a file ever becomes part of a statement.
 * Partitions are read one by one and the partitioned table itself is not touched: opening the next
 * month needs a lock on it that no reader shares, and intake would wait for the end of the backup.
 * A file is read twice by a restore, because a damaged one is to be told from a database that
 * refuses, before anything is done. Triggers rest while rows come back: what they did is in the
 * rows.
 */
@NullMarked
package org.ringside.backup;

import org.jspecify.annotations.NullMarked;
