package org.ringside.source.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringside.source.SourceFact;

/**
 * Reads the rows of a list one at a time. The first row names the columns; a byte order mark before
 * it is no part of a name.
 */
public final class CallListReader implements Closeable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String source;
  private final CallListMapping mapping;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;

  /**
   * Reads the header at once.
   *
   * @param list is closed with the reader
   * @throws UncheckedIOException around a {@link java.nio.charset.CharacterCodingException} where
   *     bytes are not in the mapping's encoding; {@link #next} throws it as well
   * @throws de.siegmar.fastcsv.reader.CsvParseException where a quote is never closed; likewise
   */
  public CallListReader(InputStream list, String source, CallListMapping mapping) {
    this.source = source;
    this.mapping = mapping;
    this.records =
        CsvReader.builder()
            .fieldSeparator(mapping.separator())
            .quoteCharacter(mapping.quote())
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(decoded(list, mapping))
            .iterator();
    this.header = records.hasNext() ? namesOf(records.next()) : List.of();
  }

  /** Columns that the mapping uses and the list has not; reading makes no sense before it has. */
  public Set<String> missingColumns() {
    var missing = new TreeSet<>(mapping.columns());
    header.forEach(missing::remove);
    return missing;
  }

  /** Columns that the mapping uses and the list has twice, so that it is unclear which is meant. */
  public Set<String> ambiguousColumns() {
    var once = new HashSet<String>();
    var twice = new TreeSet<String>();
    header.stream().filter(column -> !once.add(column)).forEach(twice::add);
    twice.retainAll(mapping.columns());
    return twice;
  }

  public List<String> header() {
    return header;
  }

  /** The next row; null at the end of the list. */
  public @Nullable RowRead next() {
    return records.hasNext() ? read(records.next()) : null;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private RowRead read(CsvRecord csv) {
    long line = csv.getStartingLineNumber();
    if (csv.getFieldCount() < header.size()) {
      String detail = csv.getFieldCount() + " cells under " + header.size() + " columns";
      return new RowRead.Refused(new RowFault(line, "", "SHORT_ROW", detail));
    }
    var row = new Row(line, cellsOf(csv));
    var facts = new ArrayList<SourceFact>();
    for (FactMapping fact : mapping.facts()) {
      if (fact.appliesTo(row)) {
        switch (fact.of(row, source)) {
          case FactMapping.Fact made -> facts.add(made.fact());
          case FactMapping.Fault(Drawn.Fault fault) -> {
            return new RowRead.Refused(
                new RowFault(line, fault.column(), fault.code(), fault.detail()));
          }
        }
      }
    }
    return new RowRead.Facts(line, facts);
  }

  private Map<String, String> cellsOf(CsvRecord csv) {
    var cells = new HashMap<String, String>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), Row.clean(csv.getField(i)));
    }
    return cells;
  }

  private static List<String> namesOf(CsvRecord csv) {
    return csv.getFields().stream()
        .map(name -> Row.clean(name.replace(BYTE_ORDER_MARK, "")))
        .toList();
  }

  private static Reader decoded(InputStream list, CallListMapping mapping) {
    return new InputStreamReader(
        list,
        mapping
            .encoding()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
