/**
 * What is known of one person, wherever it stands: exported in one answer, or taken out of
 * everything while what the person did still counts.
 *
 * <pre>
 * PersonRoutes ─▶ PersonExport ─▶ PersonSql: one section after another, from one snapshot
 *             └─▶ Persons (the scorer, between two commits) ─▶ Anonymising: floor, facts, accounts,
 *                                                              audit log, in one transaction
 * restore ─▶ Erasures ─▶ Anonymising, for everybody who was anonymised after the backup
 * </pre>
 *
 * <p>Which column of which table holds what is declared in {@code docs/personal-data.md}; a test
 * holds it to the catalogue of the database, and the export to it.
 *
 * <p>May import {@code frame}, {@code limit}, {@code db}, {@code audit}, {@code floor}, {@code
 * fact}, {@code source} and {@code account}. It reads and writes the tables of other features by
 * its own statements, on purpose: that somebody is everywhere gone is one thing, and has to be read
 * in one place.
 */
@NullMarked
package org.ringside.person;

import org.jspecify.annotations.NullMarked;
