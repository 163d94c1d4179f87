package org.ringside.demo.simulation;

import java.time.LocalDate;
import java.util.List;

/**
 * An agent of the example organisation.
 *
 * @param index position on the floor; people above the base strength exist only at a higher speed
 * @param id staff number (工号), also what quality staff write
 * @param extension what the telephone system writes
 * @param joined first day of the membership
 * @param lines queues that this person takes calls from
 * @param dials whether this person also makes outbound calls
 */
public record Person(
    int index,
    String id,
    String extension,
    String name,
    Crew crew,
    LocalDate joined,
    Skill skill,
    List<Line> lines,
    boolean dials,
    boolean nights) {

  boolean takes(Line line) {
    return lines.contains(line);
  }
}
