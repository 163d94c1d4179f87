package org.ringside.floor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.floor.RosterChange.Kind;
import org.ringside.floor.RosterChange.What;
import org.ringside.frame.Names;

/** What a roster did, or would do, as the API says it. */
public final class RosterReceipt {
  /** Changes listed one by one; all of them are counted. */
  static final int MOST_LISTED = 1_000;

  private final RosterTime time;

  private RosterReceipt(ServiceCalendar calendar) {
    time = new RosterTime(calendar);
  }

  /** The receipt of a change that was made, or would be. */
  public static JsonObject write(
      RosterOutcome.Changed outcome, boolean dryRun, ServiceCalendar calendar) {
    List<RosterChange> changes = RosterSummary.between(outcome.before(), outcome.after());
    var counts = new JsonObject();
    for (Kind kind : Kind.values()) {
      counts.put(Names.wire(kind), counts(kind, changes));
    }
    var receipt = new RosterReceipt(calendar);
    var listed = new JsonArray();
    changes.stream().limit(MOST_LISTED).forEach(change -> listed.add(receipt.json(change)));
    return new JsonObject()
        .put("dryRun", dryRun)
        .put("factsBookedAnew", outcome.factsBookedAnew())
        .put("counts", counts)
        .put("changes", listed)
        .put("changesLeftOff", changes.size() - listed.size());
  }

  private static JsonObject counts(Kind kind, List<RosterChange> changes) {
    var counts = new JsonObject();
    for (What what : What.values()) {
      long count =
          changes.stream().filter(change -> change.kind() == kind && change.what() == what).count();
      counts.put(Names.wire(what), count);
    }
    return counts;
  }

  private JsonObject json(RosterChange change) {
    var json =
        new JsonObject()
            .put("kind", Names.wire(change.kind()))
            .put("change", Names.wire(change.what()))
            .put("id", change.subject());
    if (change.holder() != null) {
      json.put(change.kind() == Kind.ALIAS ? "agent" : "team", change.holder())
          .put("from", time.write(change.span().fromMs()))
          .put("to", time.write(change.span().toMs()));
    }
    if (change.source() != null) {
      json.put("source", change.source());
    }
    return json;
  }
}
