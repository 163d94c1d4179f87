package org.ringside.source.csv;

import java.util.List;
import org.ringside.source.SourceFact;

/** What one row came to. */
public sealed interface RowRead {

  /** The first line of the row in the file. */
  long line();

  /** All facts of the row; none where no fact's condition holds. */
  record Facts(long line, List<SourceFact> facts) implements RowRead {}

  /** No fact at all, with the reason. */
  record Refused(RowFault fault) implements RowRead {
    @Override
    public long line() {
      return fault.line();
    }
  }
}
