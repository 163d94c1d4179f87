/**
 * Call lists and totals that somebody exported as CSV become facts, by a mapping file that says
 * which column is what: {@code docs/import.md} describes it.
 *
 * <p>{@link org.ringside.source.csv.MappingJson} reads a mapping and names all its faults at once;
 * {@link org.ringside.source.csv.CallListReader} reads rows by it, one at a time, each a pure
 * function of the row and the mapping. Not safe for use by several threads. May import {@code
 * source}, {@code metric} (the table of fields) and the JSON of Vert.x.
 *
 * <p>On purpose: a row with one bad cell gives none of its facts, because half a call is a wrong
 * call; bytes that are not in the stated encoding stop the reading, because a replaced character
 * would make another agent's name; mappings are JSON, which needs no further library.
 */
@NullMarked
package org.ringside.source.csv;

import org.jspecify.annotations.NullMarked;
