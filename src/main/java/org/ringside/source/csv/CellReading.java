package org.ringside.source.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a cell's text becomes a value. */
sealed interface CellReading {

  /** The value; null where the text is none. */
  @Nullable Object of(String cell);

  String code();

  String expected();

  /** Cells as they stand. */
  record AsText() implements CellReading {
    @Override
    public @Nullable Object of(String cell) {
      return cell;
    }

    @Override
    public String code() {
      return "NOT_TEXT";
    }

    @Override
    public String expected() {
      return "text";
    }
  }

  /** Durations, in milliseconds. */
  record AsDuration(DurationText unit) implements CellReading {
    @Override
    public @Nullable Object of(String cell) {
      return unit.millisOf(cell);
    }

    @Override
    public String code() {
      return "NOT_A_DURATION";
    }

    @Override
    public String expected() {
      return unit.expected();
    }
  }

  /**
   * Numbers, with thousands set off by commas or not.
   *
   * @param scale by how many decimal places the cell is shifted: 2 for an amount in yuan that
   *     becomes fen
   * @param decimals that may be left then
   */
  record AsNumber(int scale, int decimals) implements CellReading {
    @Override
    public @Nullable Object of(String cell) {
      String plain = cell.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? cell.replace(",", "") : cell;
      if (!plain.matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
        return null;
      }
      var number = new BigDecimal(plain).movePointRight(scale).stripTrailingZeros();
      if (number.scale() > decimals) {
        return null;
      }
      return decimals == 0 ? (Object) number.longValueExact() : number;
    }

    @Override
    public String code() {
      return "NOT_A_NUMBER";
    }

    @Override
    public String expected() {
      return "a number of at most " + (scale + decimals) + " decimals";
    }
  }

  /** Yes and no. */
  record AsTruth() implements CellReading {
    private static final List<String> YES = List.of("y", "yes", "true", "1", "是", "有");
    private static final List<String> NO = List.of("n", "no", "false", "0", "否", "无", "無");

    @Override
    public @Nullable Object of(String cell) {
      String word = cell.toLowerCase(Locale.ROOT);
      if (YES.contains(word)) {
        return true;
      }
      return NO.contains(word) ? false : null;
    }

    @Override
    public String code() {
      return "NOT_YES_OR_NO";
    }

    @Override
    public String expected() {
      return "one of " + String.join(", ", Stream.concat(YES.stream(), NO.stream()).toList());
    }
  }
}
