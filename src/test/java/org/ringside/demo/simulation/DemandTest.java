package org.ringside.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.demo.simulation.Shanghai.WEDNESDAY;
import static org.ringside.demo.simulation.Shanghai.facts;
import static org.ringside.demo.simulation.Shanghai.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Callers come by the hour of the day and the day of the week. */
class DemandTest {
  private static Map<Integer, Long> offeredByHour(LocalDate date) {
    return facts(date, "contact.offered").stream()
        .collect(Collectors.groupingBy(Shanghai::hourOf, Collectors.counting()));
  }

  @Test
  void calls_peakInTheAfternoonAndThinOutAtNight() {
    Map<Integer, Long> offered = offeredByHour(WEDNESDAY);

    assertThat(offered).hasSize(24);
    assertThat(hour(offered, 15)).isGreaterThan(3 * hour(offered, 3));
    assertThat(hour(offered, 10)).isGreaterThan(hour(offered, 8));
    assertThat(hour(offered, 21)).isLessThan(hour(offered, 18));
    assertThat(hour(offered, 3)).isGreaterThan(60);
  }

  private static long hour(Map<Integer, Long> offered, int hour) {
    return offered.getOrDefault(hour, 0L);
  }

  @Test
  void mondays_areBusierThanSundays() {
    int monday = facts(LocalDate.of(2026, 11, 16), "contact.offered").size();
    int sunday = facts(LocalDate.of(2026, 11, 22), "contact.offered").size();

    assertThat(monday).isGreaterThan(sunday * 5 / 4);
  }

  @Test
  void theOwnedLine_isClosedAtNight() {
    assertThat(facts(WEDNESDAY, "contact.offered"))
        .filteredOn(fact -> text(fact, "queue").equals("vip"))
        .isNotEmpty()
        .allMatch(fact -> Shanghai.hourOf(fact) >= 8 && Shanghai.hourOf(fact) < 22);
  }

  @Test
  void callers_giveUpSometimes_andTheFloorCopes() {
    int offered = facts(WEDNESDAY, "contact.offered").size();
    int abandoned = facts(WEDNESDAY, "contact.abandoned").size();

    assertThat((double) abandoned / offered).isBetween(0.01, 0.10);
  }
}
