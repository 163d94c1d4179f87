package org.ringside.board;

import java.util.Map;
import org.ringside.contest.Audience;

/**
 * What goes from the scorer to every hub when standings moved.
 *
 * @param frames of the audiences for which something differs
 */
record Publication(Published published, Map<Audience, Frame> frames) {}
