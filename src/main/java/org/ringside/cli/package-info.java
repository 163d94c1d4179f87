/**
 * The command line: every command but {@code serve}, {@code demo}, {@code check}, {@code backup}
 * and {@code restore} is a client of the HTTP API and may run on another machine than the server.
 * Those open the database themselves, which this package cannot: it reads their arguments and hands
 * them on as a {@link org.ringside.cli.DatabaseCommand}.
 *
 * <p>{@link org.ringside.cli.Cli} takes the arguments and gives the exit status. An import is a
 * {@link org.ringside.cli.FactFeed} that reads, and an {@link org.ringside.cli.ImportRun} that
 * sends what it read, one request at a time, and notes after each answer how far it came. May
 * import {@code source} and its readers; knows the server by its contract alone. One thread, which
 * waits where it must.
 *
 * <p>With whose right a command speaks is its {@link org.ringside.cli.Credential}, which {@link
 * org.ringside.cli.Credentials} chooses for its {@link org.ringside.cli.Errand}: a key or token
 * that was given, or who has signed in. Of a sign-in only the refresh token is kept, in the {@link
 * org.ringside.cli.SignInFile}; each command that needs it turns it over, under a lock, and holds
 * the access token in memory alone.
 *
 * <p>On purpose: a request whose answer was lost is sent again, because ids make that safe; the
 * note of how far an import came is kept with the user's other state and not beside the log, where
 * a rotation by wildcard would take it along; it is deleted when a file was imported to its end, so
 * that a second run sends everything again and finds it known. A refresh token whose answer is lost
 * for longer than the server's leeway costs a new sign-in: the server cannot tell that from theft.
 * What makes a secret (a key, a link) is asked for once, since a second time would make another.
 */
@NullMarked
package org.ringside.cli;

import org.jspecify.annotations.NullMarked;
