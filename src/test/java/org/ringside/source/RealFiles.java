package org.ringside.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.ringside.source.asterisk.AgentNames;
import org.ringside.source.asterisk.LineRead.Unreadable;
import org.ringside.source.asterisk.QueueLogReader;
import org.ringside.source.csv.CallListMapping;
import org.ringside.source.csv.CallListReader;
import org.ringside.source.csv.MappingJson;
import org.ringside.source.csv.RowRead;

/** Real files from outside the project: read where they are, never copied. */
public final class RealFiles {
  public static final String QUEUE_LOG = "queue_log_pbxware_2018_stock.txt";
  public static final String CALL_LIST = "pwc_call_center_2021q1.csv";

  /** The mapping that fits {@link #CALL_LIST}. */
  public static final Path CALL_LIST_MAPPING = Path.of("docs/mappings/call-list.json");

  private RealFiles() {}

  /** The folder; the test is skipped with a message where there is none. */
  public static Path folder() {
    String folder = System.getenv("RINGSIDE_REAL_DATA");
    Assumptions.assumeTrue(
        folder != null && Files.isDirectory(Path.of(folder)),
        "skipped: RINGSIDE_REAL_DATA names no folder with the real files");
    return Path.of(String.valueOf(folder));
  }

  /** Every fact of the queue_log, all of whose lines are readable. */
  public static List<SourceFact> queueLogFacts(Path folder) throws IOException {
    var reader = new QueueLogReader("pbx", AgentNames.byNumber());
    var facts = new ArrayList<SourceFact>();
    for (String line : Files.readAllLines(folder.resolve(QUEUE_LOG), StandardCharsets.UTF_8)) {
      var read = reader.read(line);
      assertThat(read.verdict()).isNotInstanceOf(Unreadable.class);
      facts.addAll(read.facts());
    }
    return facts;
  }

  /** Every fact of the call list, none of whose rows is refused. */
  public static List<SourceFact> callListFacts(Path folder) throws IOException {
    var facts = new ArrayList<SourceFact>();
    try (var reader = callList(folder)) {
      for (RowRead row = reader.next(); row != null; row = reader.next()) {
        switch (row) {
          case RowRead.Facts read -> facts.addAll(read.facts());
          case RowRead.Refused refused -> throw new AssertionError(refused);
        }
      }
    }
    return facts;
  }

  /** Teams T1 and T2 alternate over the agents in the order of their names. */
  public static Map<String, String> teams(List<SourceFact> facts) {
    var agents = new TreeSet<String>();
    for (SourceFact fact : facts) {
      String agent = fact.subject();
      if (agent != null && !fact.type().equals("agent.state")) {
        agents.add(agent);
      }
    }
    var teams = new TreeMap<String, String>();
    agents.forEach(agent -> teams.put(agent, teams.size() % 2 == 0 ? "T1" : "T2"));
    return teams;
  }

  /** The same as {@code text/csv} for {@code PUT /api/v1/roster}, without an end or a beginning. */
  public static String roster(List<SourceFact> facts) {
    var roster = new StringBuilder("agent,name,team,site,from,to,aliases\n");
    teams(facts)
        .forEach((agent, team) -> roster.append(agent + "," + agent + "," + team + ",main,,,\n"));
    return roster.toString();
  }

  private static CallListReader callList(Path folder) throws IOException {
    return new CallListReader(
        Files.newInputStream(folder.resolve(CALL_LIST)), "list", callListMapping());
  }

  private static CallListMapping callListMapping() throws IOException {
    return switch (MappingJson.read(Files.readString(CALL_LIST_MAPPING))) {
      case MappingJson.Good(CallListMapping mapping) -> mapping;
      case MappingJson.Bad(List<String> faults) -> throw new AssertionError(faults);
    };
  }
}
