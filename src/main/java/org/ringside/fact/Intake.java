package org.ringside.fact;

import io.vertx.core.Future;
import java.util.List;

/** Where well-formed facts go; the scorer implements it. */
public interface Intake {
  /**
   * Appends facts of one organisation to its log and scores them.
   *
   * @return a receipt per fact, in their order, after the commit; fails with a refusal {@code
   *     OVERLOADED} or {@code UNAVAILABLE} if nothing was stored, and may be asked again then
   */
  Future<List<Receipt>> append(int organisation, List<Incoming> facts);

  /** Notes facts that were refused before they came here, for the source's list of refusals. */
  void noteRefused(int organisation, List<Refused> refused);
}
