/** Tests of the database, and {@link org.ringside.db.TestDatabase} for the tests of all others. */
@NullMarked
package org.ringside.db;

import org.jspecify.annotations.NullMarked;
