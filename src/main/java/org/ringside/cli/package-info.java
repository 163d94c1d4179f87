/**
 * The command line: every command but {@code serve} and {@code demo} is a client of the HTTP API
 * and may run on another machine than the server.
 *
 * <p>{@link org.ringside.cli.Cli} takes the arguments and gives the exit status. An import is a
 * {@link org.ringside.cli.FactFeed} that reads, and an {@link org.ringside.cli.ImportRun} that
 * sends what it read, one request at a time, and notes after each answer how far it came. May
 * import {@code source} and its readers; knows the server by its contract alone. One thread, which
 * waits where it must.
 *
 * <p>On purpose: a request whose answer was lost is sent again, because ids make that safe; the
 * note of how far an import came is kept with the user's other state and not beside the log, where
 * a rotation by wildcard would take it along; it is deleted when a file was imported to its end, so
 * that a second run sends everything again and finds it known.
 */
@NullMarked
package org.ringside.cli;

import org.jspecify.annotations.NullMarked;
