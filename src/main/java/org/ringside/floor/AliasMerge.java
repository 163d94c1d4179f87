package org.ringside.floor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringside.floor.RosterUpdate.AgentRow;
import org.ringside.floor.RosterUpdate.AliasRow;

/**
 * The aliases after an update. Touching stretches of one agent are kept as one, and none is taken
 * from another agent: whoever gives an extension to somebody else ends it for the first, in the
 * same roster if they like.
 */
final class AliasMerge {
  private final Floor before;
  private final RosterUpdate update;
  private final RosterNames named;
  private final Faults faults;
  private final RosterRows<AliasKey> rows = new RosterRows<>();

  /** Agents of the update. */
  private final Set<Integer> listed = new HashSet<>();

  /** Agents whose aliases the update names. */
  private final Set<Integer> spokenFor = new HashSet<>();

  AliasMerge(Floor before, RosterUpdate update, RosterNames named, Faults faults) {
    this.before = before;
    this.update = update;
    this.named = named;
    this.faults = faults;
    update.agents().forEach(this::add);
  }

  private void add(AgentRow row) {
    int agent = named.agentNo(row.code());
    listed.add(agent);
    List<AliasRow> aliases = row.aliases();
    if (aliases != null) {
      spokenFor.add(agent);
      aliases.forEach(alias -> rows.add(keyOf(alias), alias.at(), alias.span(), agent));
    }
  }

  private static AliasKey keyOf(AliasRow row) {
    return new AliasKey(row.spelling(), row.source());
  }

  /**
   * @param replace whether aliases that should have been mentioned end now
   */
  Map<AliasKey, Timeline> merged(boolean replace, long nowMs) {
    rows.refuseOverlaps(
        (one, other) -> one.holder() != other.holder(), "an alias of one agent at a time", faults);
    var next = new HashMap<>(before.aliases());
    if (replace) {
      next.replaceAll((key, timeline) -> timeline.endedAt(nowMs, held -> ends(key, held)));
    }
    rows.byKey()
        .forEach((key, said) -> next.put(key, laid(next.getOrDefault(key, Timeline.EMPTY), said)));
    return next;
  }

  private boolean ends(AliasKey key, Stretch held) {
    if (!listed.contains(held.holder())) {
      return true;
    }
    boolean couldBeNamed = key.source() == null || update.aliasesBySource();
    return couldBeNamed && spokenFor.contains(held.holder()) && !isNamed(key, held);
  }

  private boolean isNamed(AliasKey key, Stretch held) {
    return rows.of(key).stream().anyMatch(row -> isSame(row, held));
  }

  private static boolean isSame(Stretch row, Stretch held) {
    return row.holder() == held.holder() && row.span().fromMs() == held.span().fromMs();
  }

  private Timeline laid(Timeline stored, List<RosterRows.Row> said) {
    Timeline others = stored;
    for (RosterRows.Row row : said) {
      others = others.unless(held -> isSame(row.stretch(), held));
    }
    Timeline next = others;
    for (RosterRows.Row row : said) {
      others.stretches().forEach(held -> refuseIfTaken(row, held));
      next = next.with(row.stretch());
    }
    return next.joined();
  }

  private void refuseIfTaken(RosterRows.Row row, Stretch held) {
    Stretch wanted = row.stretch();
    if (wanted.holder() != held.holder() && wanted.span().overlaps(held.span())) {
      String owner = named.agentCode(held.holder());
      faults.add(
          row.at(),
          "an alias that nobody else has then; agent " + owner + " has it",
          "give that agent's alias a to, or this one a later from");
    }
  }
}
