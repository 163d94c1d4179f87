package org.ringside.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringside.source.ExpectedCounters.Cell;

/**
 * Reads the real files that {@code RINGSIDE_REAL_DATA} names, and is skipped without them: every
 * counter and rate that an independent script computed of them is ours too, for agents, teams and
 * the whole, over everything, months, ISO weeks and days.
 */
final class RealFilesTest {

  @Test
  void real_queue_log_counts_as_expected_in_every_cell() throws IOException {
    var folder = RealFiles.folder();
    var facts = RealFiles.queueLogFacts(folder);
    var fold = fold("America/New_York", facts);
    var cells = ExpectedCounters.ofQueueLog(folder).cells();
    assertThat(cells).hasSize(57 * 22);
    assertThat(disagreeing(cells, fold)).isEmpty();
  }

  @Test
  void real_queue_log_leaves_open_what_it_never_closed() throws IOException {
    var folder = RealFiles.folder();
    var all =
        fold("America/New_York", RealFiles.queueLogFacts(folder))
            .of("organisation", "", "all", "all");
    var expected = ExpectedCounters.ofQueueLog(folder);
    assertThat(
            all.get("offered")
                - all.get("answered_contacts")
                - all.get("abandoned")
                - all.get("exited"))
        .isEqualTo(expected.meta("open"));
    assertThat(all.get("answered") - all.get("handled")).isEqualTo(expected.meta("unfinished"));
  }

  @Test
  void real_call_list_counts_as_expected_in_every_cell() throws IOException {
    var folder = RealFiles.folder();
    var facts = RealFiles.callListFacts(folder);
    var fold = fold("Europe/Zurich", facts);
    var cells = ExpectedCounters.ofCallList(folder).cells();
    assertThat(cells).hasSize(198 * 18);
    assertThat(disagreeing(cells, fold)).isEmpty();
  }

  /** R1. */
  @Test
  void real_facts_have_ids_of_their_own() throws IOException {
    var folder = RealFiles.folder();
    for (var facts : List.of(RealFiles.queueLogFacts(folder), RealFiles.callListFacts(folder))) {
      var ids = new HashSet<String>();
      facts.forEach(fact -> assertThat(ids.add(fact.id())).as(fact.id()).isTrue());
    }
  }

  private static FactFold fold(String zone, List<SourceFact> facts) {
    return new FactFold(ZoneId.of(zone), RealFiles.teams(facts)).bookAll(facts);
  }

  private static List<String> disagreeing(List<Cell> cells, FactFold fold) {
    return cells.stream()
        .filter(cell -> !cell.agreesWith(name -> fold.value(cell, name)))
        .map(
            cell ->
                cell
                    + " but "
                    + cell.reading().metrics().stream()
                        .map(name -> fold.value(cell, name))
                        .toList())
        .toList();
  }
}
