package org.ringside.floor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringside.floor.RosterChange.Kind;
import org.ringside.floor.RosterChange.What;

/** Every difference between two floors, in order of kind, subject and time. */
public final class RosterSummary {
  private static final Comparator<RosterChange> ORDER =
      Comparator.comparing(RosterChange::kind)
          .thenComparing(RosterChange::subject)
          .thenComparingLong(change -> change.span().fromMs());

  private final Floor before;
  private final Floor after;
  private final List<RosterChange> changes = new ArrayList<>();

  private RosterSummary(Floor before, Floor after) {
    this.before = before;
    this.after = after;
  }

  /** From one floor to the other. */
  public static List<RosterChange> between(Floor before, Floor after) {
    var summary = new RosterSummary(before, after);
    summary.compare(Kind.SITE, before.sites(), after.sites(), Site::no, Site::code);
    summary.compare(Kind.TEAM, before.teams(), after.teams(), Team::no, Team::code);
    summary.compare(Kind.AGENT, before.agents(), after.agents(), Agent::no, Agent::code);
    summary.compareMemberships();
    summary.compareAliases();
    summary.compareQueues();
    summary.changes.sort(ORDER);
    return List.copyOf(summary.changes);
  }

  private <T> void compare(
      Kind kind, List<T> then, List<T> now, Function<T, Integer> no, Function<T, String> code) {
    Map<Integer, T> known = then.stream().collect(Collectors.toMap(no, Function.identity()));
    for (T thing : now) {
      T was = known.get(no.apply(thing));
      if (was == null) {
        add(kind, What.ADDED, code.apply(thing));
      } else if (!was.equals(thing)) {
        add(kind, What.CHANGED, code.apply(thing));
      }
    }
  }

  private void add(Kind kind, What what, String code) {
    changes.add(new RosterChange(kind, what, code, null, null, Span.ALWAYS));
  }

  private void compareMemberships() {
    compare(
        before.memberships(),
        after.memberships(),
        (agent, what, held) -> changed(Kind.MEMBERSHIP, what, agentCode(agent), null, held));
  }

  private void compareAliases() {
    compare(
        before.aliases(),
        after.aliases(),
        (alias, what, held) -> changed(Kind.ALIAS, what, alias.spelling(), alias.source(), held));
  }

  private void compareQueues() {
    compare(
        before.queues(),
        after.queues(),
        (queue, what, held) -> changed(Kind.QUEUE, what, queue, null, held));
  }

  private void changed(
      Kind kind, What what, String subject, @Nullable String source, Stretch held) {
    String holder = kind == Kind.ALIAS ? agentCode(held.holder()) : teamCode(held.holder());
    changes.add(new RosterChange(kind, what, subject, holder, source, held.span()));
  }

  private interface Found<K> {
    void add(K key, What what, Stretch held);
  }

  private static <K> void compare(Map<K, Timeline> then, Map<K, Timeline> now, Found<K> found) {
    var keys = new HashSet<>(then.keySet());
    keys.addAll(now.keySet());
    for (K key : keys) {
      Timeline was = then.getOrDefault(key, Timeline.EMPTY);
      Timeline is = now.getOrDefault(key, Timeline.EMPTY);
      if (!was.equals(is)) {
        compare(byStart(was), byStart(is), (what, held) -> found.add(key, what, held));
      }
    }
  }

  private static Map<Long, Stretch> byStart(Timeline timeline) {
    var byStart = new HashMap<Long, Stretch>();
    timeline.stretches().forEach(held -> byStart.put(held.span().fromMs(), held));
    return byStart;
  }

  private static void compare(
      Map<Long, Stretch> then, Map<Long, Stretch> now, BiConsumer<What, Stretch> found) {
    Set<Long> starts = new TreeSet<>(then.keySet());
    starts.addAll(now.keySet());
    for (Long start : starts) {
      Stretch was = then.get(start);
      Stretch is = now.get(start);
      if (is == null) {
        found.accept(What.REMOVED, Objects.requireNonNull(was));
      } else if (was == null) {
        found.accept(What.ADDED, is);
      } else if (!was.equals(is)) {
        found.accept(isShorter(was, is) ? What.ENDED : What.CHANGED, is);
      }
    }
  }

  private static boolean isShorter(Stretch was, Stretch is) {
    return was.holder() == is.holder() && is.span().toMs() < was.span().toMs();
  }

  private String agentCode(int no) {
    Agent agent = after.agent(no);
    return agent == null ? String.valueOf(no) : agent.code();
  }

  private String teamCode(int no) {
    Team team = after.team(no);
    return team == null ? String.valueOf(no) : team.code();
  }
}
