package org.ringside.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ringside.source.SourceFact;
import org.ringside.source.asterisk.LineRead;
import org.ringside.source.asterisk.QueueLogReader;

/** Lines of a queue_log on their way to facts, with what is counted beside. */
final class QueueLines {
  private final QueueLogReader reader;
  private final ImportTally tally;
  private List<Item> items = new ArrayList<>();

  QueueLines(QueueLogReader reader, ImportTally tally) {
    this.reader = reader;
    this.tally = tally;
  }

  /**
   * @param where the line stands, for people
   */
  void read(String line, String where) {
    tally.line();
    LineRead read = reader.read(line);
    for (SourceFact fact : read.facts()) {
      items.add(new Item(fact, where));
    }
    switch (read.verdict()) {
      case LineRead.Understood understood -> {}
      case LineRead.Skipped(String event, LineRead.Skip why) ->
          tally.skipped(event + " (" + why.name().toLowerCase(Locale.ROOT) + ")");
      case LineRead.Unreadable(String code, String detail) ->
          tally.unreadable(code, where + ": " + detail);
    }
  }

  /** The last line of a file, without a line end. */
  void readUnended(String line, String where) {
    if (QueueLogReader.isWholeWithoutEnd(line)) {
      read(line, where);
    } else {
      tally.line();
      tally.unreadable("HALF_LINE", where + " has no line end and may be cut off: " + line);
    }
  }

  boolean isFull() {
    return items.size() >= Batch.SIZE;
  }

  /** The facts since the last call. */
  List<Item> take() {
    List<Item> taken = items;
    items = new ArrayList<>();
    return taken;
  }

  QueueLogReader reader() {
    return reader;
  }
}
