package org.ringside.floor;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringside.floor.RosterUpdate.AgentRow;
import org.ringside.floor.RosterUpdate.MembershipRow;
import org.ringside.floor.RosterUpdate.QueueRow;

/**
 * A floor and what somebody says about it make the next floor, or a list of what cannot be.
 *
 * <p>A membership, an alias and an owner of a queue are known by their start: a row with the start
 * of one that is there replaces it, which is how one is ended. Any other row rules over its own
 * span, and what was there is cut to make room; only an alias is never taken from another agent.
 */
public final class RosterMerge {
  /** Faults listed in one refusal. */
  public static final int MOST_FAULTS = 100;

  /** Agents of one organisation, those included who have left. */
  public static final int MOST_AGENTS = 20_000;

  /** Teams of one organisation. */
  public static final int MOST_TEAMS = 2_000;

  private final Floor before;
  private final RosterUpdate update;
  private final boolean replace;
  private final long nowMs;
  private final Faults faults = new Faults();

  private RosterMerge(Floor before, RosterUpdate update, boolean replace, Instant now) {
    this.before = before;
    this.update = update;
    this.replace = replace;
    this.nowMs = now.toEpochMilli();
  }

  /**
   * The floor after the update, if it can be.
   *
   * @param replace whether the update is the whole roster: what it does not mention ends now
   */
  public static Edited apply(Floor before, RosterUpdate update, boolean replace, Instant now) {
    return new RosterMerge(before, update, replace, now).merge();
  }

  private Edited merge() {
    var named = new RosterNames(before, update, faults);
    var next =
        new Floor(
            named.sites(),
            named.teams(),
            named.agents(),
            new AliasMerge(before, update, named, faults).merged(replace, nowMs),
            memberships(named),
            queues(named));
    refuseTooMany(next);
    return faults.isEmpty() ? new Edited.Accepted(next) : new Edited.Refused(faults.list());
  }

  private void refuseTooMany(Floor next) {
    if (next.agents().size() > MOST_AGENTS) {
      faults.add("agents", "at most " + MOST_AGENTS + " agents in all", "");
    }
    if (next.teams().size() > MOST_TEAMS) {
      faults.add("teams", "at most " + MOST_TEAMS + " teams in all", "");
    }
  }

  private Map<Integer, Timeline> memberships(RosterNames named) {
    var rows = new RosterRows<Integer>();
    for (AgentRow agent : update.agents()) {
      int no = named.agentNo(agent.code());
      for (MembershipRow row : agent.memberships()) {
        rows.add(no, row.at(), row.span(), named.teamNo(row.at(), row.team()));
      }
    }
    rows.refuseOverlaps((one, other) -> true, "one team at a time", faults);
    return laid(before.memberships(), rows);
  }

  private Map<String, Timeline> queues(RosterNames named) {
    List<QueueRow> said = update.queues();
    if (said == null) {
      return before.queues();
    }
    var rows = new RosterRows<String>();
    said.forEach(
        row -> rows.add(row.queue(), row.at(), row.span(), named.teamNo(row.at(), row.team())));
    rows.refuseOverlaps((one, other) -> true, "one owner of a queue at a time", faults);
    return laid(before.queues(), rows);
  }

  private <K> Map<K, Timeline> laid(Map<K, Timeline> stored, RosterRows<K> rows) {
    var next = new HashMap<>(stored);
    if (replace) {
      next.replaceAll((key, timeline) -> timeline.endedAt(nowMs, held -> !named(rows, key, held)));
    }
    rows.byKey()
        .forEach((key, said) -> next.put(key, laid(next.getOrDefault(key, Timeline.EMPTY), said)));
    return next;
  }

  private static <K> boolean named(RosterRows<K> rows, K key, Stretch held) {
    return rows.of(key).stream().anyMatch(row -> sameStart(row, held));
  }

  private static boolean sameStart(Stretch one, Stretch other) {
    return one.span().fromMs() == other.span().fromMs();
  }

  private static Timeline laid(Timeline stored, List<RosterRows.Row> said) {
    Timeline next = stored;
    for (RosterRows.Row row : said) {
      next = next.unless(held -> sameStart(row.stretch(), held));
    }
    for (RosterRows.Row row : said) {
      next = next.with(row.stretch());
    }
    return next;
  }
}
