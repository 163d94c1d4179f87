package org.ringside.floor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Small random floors, so small that spellings, queues and instants meet. */
final class RandomFloors {
  static final String[] SPELLINGS = {"a1", "a2", "a3", "x", "y", "ghost"};
  static final String[] QUEUES = {"hotline", "sales"};
  static final String[] SOURCES = {"pbx-1", "pbx-2"};
  static final int LAST = 20;
  static final long DAY_MS = 86_400_000;

  private final Random random;
  private long unitMs = 1;
  private boolean bySource = true;

  RandomFloors(long seed) {
    random = new Random(seed);
  }

  /** With days for instants, and no alias of one source only, as a table has it. */
  Floor floorInWholeDays() {
    unitMs = DAY_MS;
    bySource = false;
    return floor();
  }

  Floor floor() {
    var agents = new ArrayList<Agent>();
    for (int no = 1; no <= 3; no++) {
      if (no == 1 || random.nextBoolean()) {
        agents.add(new Agent(no, "a" + no, "Agent " + no));
      }
    }
    var teams = List.of(new Team(1, "N", "North", null), new Team(2, "S", "South", null));
    var memberships = new HashMap<Integer, Timeline>();
    agents.forEach(agent -> memberships.put(agent.no(), timeline(List.of(1, 2))));
    var queues = new HashMap<String, Timeline>();
    for (String queue : QUEUES) {
      queues.put(queue, timeline(List.of(1, 2)));
    }
    return new Floor(List.of(), teams, agents, aliases(agents), memberships, queues);
  }

  private Map<AliasKey, Timeline> aliases(List<Agent> agents) {
    List<Integer> numbers = agents.stream().map(Agent::no).toList();
    var aliases = new HashMap<AliasKey, Timeline>();
    for (String spelling : List.of("x", "y", "a2")) {
      aliases.put(new AliasKey(spelling, source()), timeline(numbers));
    }
    return aliases;
  }

  private @Nullable String source() {
    return !bySource || random.nextBoolean() ? null : SOURCES[random.nextInt(SOURCES.length)];
  }

  private Timeline timeline(List<Integer> holders) {
    var stretches = new ArrayList<Stretch>();
    long from = random.nextInt(4) == 0 ? Span.BEGINNING : random.nextInt(LAST);
    while (from < LAST && random.nextInt(4) != 0) {
      long to = Math.max(from, 0) + 1 + random.nextInt(8);
      to = random.nextInt(5) == 0 ? Span.END : to;
      stretches.add(
          Stretch.of(scaled(from), scaled(to), holders.get(random.nextInt(holders.size()))));
      from = to == Span.END ? LAST : to + random.nextInt(3);
    }
    return Timeline.of(stretches);
  }

  private long scaled(long at) {
    return at == Span.BEGINNING || at == Span.END ? at : at * unitMs;
  }
}
