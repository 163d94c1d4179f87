package org.ringside.scorer;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Check} read and found.
 *
 * @param facts in force that were booked anew
 * @param contests open ones, whose sheets were compared
 * @param acts entries of the audit log whose chain was followed
 * @param sealedDays service days of an organisation whose facts are no longer kept, so that their
 *     tallies were not compared
 * @param found how many differences there are
 * @param differences the first of them, a sentence each
 */
public record CheckReport(
    int organisations,
    int contests,
    long facts,
    long acts,
    long sealedDays,
    long found,
    List<String> differences) {

  /** Whether everything agrees. */
  public boolean holds() {
    return found == 0;
  }

  /** For whoever asked: the differences, and what was read, last. */
  public List<String> lines() {
    var lines = new ArrayList<>(differences);
    if (found > differences.size()) {
      lines.add("… and %d more.".formatted(found - differences.size()));
    }
    if (sealedDays > 0) {
      lines.add(
          "%d service days were not counted anew, because their facts are no longer kept."
              .formatted(sealedDays));
    }
    lines.add(
        "%s: organisations %d, open contests %d, facts in force booked anew %d, audit entries %d, differences %d."
            .formatted(
                holds() ? "Everything agrees" : "NOT in order",
                organisations,
                contests,
                facts,
                acts,
                found));
    return lines;
  }
}
