package org.ringside.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ringside.frame.Csv;

/** Entries as a table, one a line, with their hashes. */
final class AuditCsv {
  private static final String HEAD =
      Csv.line(
          List.of(
              "seq", "at", "actor", "act", "subject", "before", "after", "reason", "address",
              "hash"));

  private AuditCsv() {}

  static String of(List<Entry> entries) {
    return entries.stream().map(AuditCsv::line).collect(Collectors.joining("", HEAD, ""));
  }

  private static String line(Entry entry) {
    Act act = entry.act();
    return Csv.line(
        Arrays.asList(
            entry.seq(),
            entry.at(),
            act.actor(),
            act.what(),
            act.subject(),
            act.before(),
            act.after(),
            act.reason(),
            act.address(),
            entry.hash()));
  }
}
