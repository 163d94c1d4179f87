package org.ringside.scorer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringside.contest.Contest;
import org.ringside.floor.Floor;
import org.ringside.organisation.Organisation;
import org.ringside.source.Source;
import org.ringside.source.SourceSql;

/**
 * What other loops may know of an organisation's memory: immutable, replaced as a whole.
 *
 * @param since when facts are kept, see {@link Scorebook#since}
 */
record View(
    Organisation organisation,
    Instant since,
    Floor floor,
    Map<String, Source> sources,
    List<SourceSql.Heard> heard,
    List<Contest> contests) {

  static View of(Scorebook book) {
    var sources = new HashMap<String, Source>();
    var heard = new ArrayList<SourceSql.Heard>();
    for (Source source : book.sources().values()) {
      sources.put(source.name(), source);
      var heartbeat = book.heartbeat(source.number());
      heard.add(
          heartbeat == null
              ? new SourceSql.Heard(source, null, null)
              : new SourceSql.Heard(
                  source,
                  Instant.ofEpochMilli(heartbeat.untilMs()),
                  Instant.ofEpochMilli(heartbeat.seenMs())));
    }
    return new View(
        book.organisation(),
        book.since(),
        book.floor(),
        Map.copyOf(sources),
        List.copyOf(heard),
        book.contests());
  }
}
