/**
 * Encryption by the operator's own certificate: its files are checked before anything starts, and
 * read again without a stop when they change.
 *
 * <p><b>May import</b> {@code frame}, Vert.x and java.*; no feature.
 *
 * <p><b>Threads.</b> Files are read on a worker, one look after the other, because they may lie on
 * a slow disk; what is in use is one reference that any thread may read.
 *
 * <p><b>On purpose.</b> The files are watched by their content, not by their times: a mounted
 * secret is a link that moves, and a copy may keep the time of its original. What is checked is
 * what is used: both come from the same bytes. A pair that does not fit leaves the one in use
 * alone, also if only because one of the two files is not there yet; the next look takes it.
 */
@NullMarked
package org.ringside.tls;

import org.jspecify.annotations.NullMarked;
