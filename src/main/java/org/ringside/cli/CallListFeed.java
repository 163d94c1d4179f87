package org.ringside.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.vertx.core.json.JsonObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.source.csv.CallListMapping;
import org.ringside.source.csv.CallListReader;
import org.ringside.source.csv.RowFault;
import org.ringside.source.csv.RowRead;

/** The rows of a call list. A checkpoint is the number of rows that are done. */
final class CallListFeed implements FactFeed {
  private final CallListMapping mapping;
  private final ImportTally tally;
  private final CallListReader reader;
  private final CountedBytes bytes;
  private final long size;
  private final long skip;
  private long rows;
  private boolean ended;

  private CallListFeed(
      CallListMapping mapping,
      ImportTally tally,
      CallListReader reader,
      CountedBytes bytes,
      long size,
      long skip) {
    this.mapping = mapping;
    this.tally = tally;
    this.reader = reader;
    this.bytes = bytes;
    this.size = size;
    this.skip = skip;
  }

  /**
   * @param skip rows that an earlier run has done
   */
  static CallListFeed open(
      Path list, String source, CallListMapping mapping, ImportTally tally, long skip)
      throws IOException, Failure {
    var bytes = new CountedBytes(Files.newInputStream(list));
    try {
      var reader = new CallListReader(bytes, source, mapping);
      mustFit(reader);
      return new CallListFeed(mapping, tally, reader, bytes, Files.size(list), skip);
    } catch (UncheckedIOException | CsvParseException e) {
      throw unreadable(e, mapping);
    }
  }

  @Override
  public @Nullable Batch next() throws Failure {
    var items = new ArrayList<Item>();
    while (!ended && items.size() < Batch.SIZE) {
      RowRead row = nextRow();
      ended = row == null;
      if (row != null && ++rows > skip) {
        take(row, items);
      }
    }
    return ended && items.isEmpty() ? null : new Batch(items, new JsonObject().put("rows", rows));
  }

  @Override
  public double share() {
    return size == 0 ? 1 : (double) bytes.count / size;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private @Nullable RowRead nextRow() throws Failure {
    try {
      return reader.next();
    } catch (UncheckedIOException | CsvParseException e) {
      throw unreadable(e, mapping);
    }
  }

  private void take(RowRead row, List<Item> items) {
    tally.line();
    switch (row) {
      case RowRead.Facts(long line, var facts) ->
          facts.forEach(fact -> items.add(new Item(fact, "line " + line)));
      case RowRead.Refused(RowFault fault) -> tally.unreadable(fault.code(), sentence(fault));
    }
  }

  private static String sentence(RowFault fault) {
    String column = fault.column().isEmpty() ? "" : ", " + fault.column();
    return "line " + fault.line() + column + ": " + fault.detail();
  }

  private static void mustFit(CallListReader reader) throws Failure {
    if (!reader.missingColumns().isEmpty()) {
      throw new Failure(
          Exit.BAD_FILE,
          "The list has no column "
              + String.join(", ", reader.missingColumns())
              + "; it has "
              + String.join(", ", reader.header()));
    }
    if (!reader.ambiguousColumns().isEmpty()) {
      throw new Failure(
          Exit.BAD_FILE,
          "The list has more than one column " + String.join(", ", reader.ambiguousColumns()));
    }
  }

  private static Failure unreadable(RuntimeException e, CallListMapping mapping) {
    return e.getCause() instanceof CharacterCodingException
        ? new Failure(
            Exit.BAD_FILE,
            "The list is not written in "
                + mapping.encoding()
                + ", as its mapping says; lists from Chinese Windows are GB18030")
        : new Failure(Exit.BAD_FILE, "The list cannot be read: " + e.getMessage());
  }

  /** How far into the file the reader is, for the progress bar. */
  private static final class CountedBytes extends FilterInputStream {
    private long count;

    CountedBytes(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
