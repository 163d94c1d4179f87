package org.ringside.rulebook;

import org.jspecify.annotations.Nullable;
import org.ringside.metric.Direction;
import org.ringside.scoring.RuleBook;

/**
 * A rule book that is to be numbered.
 *
 * @param direction whether the floor that it is for mostly takes or mostly makes calls (R12)
 * @param override null unless somebody lets it pass in spite of a warning
 */
public record NewRuleBook(
    String name, Direction direction, RuleBook rules, @Nullable NamedOverride override) {}
