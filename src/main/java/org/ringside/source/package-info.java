/**
 * Systems that send facts: their names, keys, declared forms and watermarks.
 *
 * <p>A source exists from its registration, or from the first fact that an administrator posts in
 * its name. Its watermark is the later of its newest fact and an explicit heartbeat (R4). What it
 * declared decides which facts could count twice and are refused (R7).
 *
 * <p>May import {@code frame}. The records are pure; statements are in {@code SourceSql}.
 */
@NullMarked
package org.ringside.source;

import org.jspecify.annotations.NullMarked;
