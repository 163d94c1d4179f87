package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringside.floor.Place;
import org.ringside.metric.Counters;

/** Sheets know what of them the tables do not have yet. */
class SheetsTest {
  private static final Place EAGLE = new Place(1, 1);
  private static final Place THUNDER = new Place(2, 2);
  private static final Counters ONE = Counters.of(Map.of("handled", 1L));
  private static final Counters TWO = Counters.of(Map.of("handled", 2L));

  private final Sheets sheets = AnyOrderPropertyTest.blankSheets();

  private void book(Place place) {
    List<Counters> targets = new ArrayList<>();
    sheets.open(place, targets);
    targets.forEach(target -> target.addAll(ONE));
  }

  @Test
  void whatIsBooked_isHandedOverOnce() {
    assertThat(sheets.anyUnwritten()).isFalse();
    book(EAGLE);
    book(EAGLE);
    assertThat(sheets.anyUnwritten()).isTrue();
    assertThat(sheets.takeUnwritten()).isEqualTo(Map.of(EAGLE, TWO));
    assertThat(sheets.anyUnwritten()).isFalse();
    assertThat(sheets.takeUnwritten()).isEmpty();
  }

  @Test
  void whatIsBookedAfterwards_isNotInWhatWasHandedOver_andComesWithTheNext() {
    book(EAGLE);
    Map<Place, Counters> first = sheets.takeUnwritten();
    book(THUNDER);
    book(EAGLE);
    assertThat(first).isEqualTo(Map.of(EAGLE, ONE));
    assertThat(sheets.takeUnwritten()).isEqualTo(Map.of(EAGLE, TWO, THUNDER, ONE));
  }

  @Test
  void whatTheTablesHave_isNotToBeWritten() {
    sheets.add(EAGLE, TWO);
    assertThat(sheets.anyUnwritten()).isFalse();
    sheets.refill(Map.of(THUNDER, TWO));
    assertThat(sheets.anyUnwritten()).isFalse();
    assertThat(sheets.content()).isEqualTo(Map.of(THUNDER, TWO));
    book(THUNDER);
    assertThat(sheets.takeUnwritten()).containsOnlyKeys(THUNDER);
  }

  @Test
  void blankOnes_haveTheSameWindowAndNothingElse() {
    book(EAGLE);
    Sheets blank = sheets.blank();
    assertThat(blank.content()).isEmpty();
    assertThat(blank.window()).isEqualTo(sheets.window());
    assertThat(blank.closedAt(Instant.MAX)).isTrue();
  }
}
