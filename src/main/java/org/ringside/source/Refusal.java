package org.ringside.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.FieldError;

/**
 * A fact of a source that was not taken (R2).
 *
 * @param at when it was refused
 * @param id the fact's id as far as it could be read
 * @param code stable, for instance {@code IN_FUTURE}
 * @param field the path at fault
 * @param detail what was expected
 * @param errors every fault
 */
public record Refusal(
    Instant at,
    @Nullable String id,
    String code,
    String field,
    String detail,
    List<FieldError> errors) {}
