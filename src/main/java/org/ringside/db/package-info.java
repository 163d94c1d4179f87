/**
 * The database: an embedded PostgreSQL or the operator's own, its schema, its two roles, the wall
 * between organisations, and the term that fences a scorer.
 *
 * <p><b>May import</b> {@code frame}, Vert.x and java.*; no feature. Features bring their SQL to
 * {@link org.ringside.db.Database#of} and their tables as numbered files in {@code db/migration}.
 *
 * <p><b>Organisations.</b> A statement names its organisation in its where; row security is the
 * second wall, should one forget. {@link org.ringside.db.Tenants} is the one way to a table that
 * belongs to organisations: it says at the head of each transaction for whom it speaks, never for
 * longer, because the next user of a pooled connection speaks for another. What must be known
 * before that is asked of {@link org.ringside.db.Database#platform()}, by functions that run as the
 * owner and answer one question each. A migration that makes a table with a column {@code
 * organisation} binds it in the same step by {@code bind_to_organisation}; tests read the catalogue
 * for those that forgot, and want a row of it in {@code OrganisationRows}.
 *
 * <p><b>Threads.</b> {@link org.ringside.db.DataFolder}, {@link org.ringside.db.PgServer} and
 * {@link org.ringside.db.OwnerSession} block and are called by no event loop; everything else
 * returns futures and may be called from any event loop.
 *
 * <p><b>Order.</b> Data folder (one server at a time), PostgreSQL, migrations by the owner's role,
 * checks and pool by the application's role; stopped in reverse.
 *
 * <p><b>Away or hung.</b> {@link org.ringside.db.Outage} says which failures pass, for the one
 * place that answers requests; {@code Silence} ends a pooled connection over which nothing goes any
 * more, below the client's handlers, because the client's own end waits for the other side. Work
 * that may rightly take minutes has a pool of its own.
 *
 * <p><b>On purpose.</b> A tenant's statement is sent with its begin, its setting and its commit in
 * one flight: four messages, one round trip. Row security is forced upon the owner too, whose
 * policy then lets everything pass: a definer's function or a later migration that finds a table
 * empty is thereby never an accident. Only the binaries of the embedding library are used, because
 * its starter turns durability off and signals whatever process a stale pid file names; the build
 * packs them anew with gzip, which a first start undoes in half a second where xz takes four. A
 * folder that took many steps to make gets its name in the last one. Two servers are kept apart
 * three times: by the lock of the data folder, by an advisory lock in the database, and by a term
 * that every append checks.
 */
@NullMarked
package org.ringside.db;

import org.jspecify.annotations.NullMarked;
