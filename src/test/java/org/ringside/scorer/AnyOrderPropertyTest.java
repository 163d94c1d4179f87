package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;
import org.ringside.contest.Audiences;
import org.ringside.contest.Cadence;
import org.ringside.contest.Competing;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Agent;
import org.ringside.floor.AliasKey;
import org.ringside.floor.Floor;
import org.ringside.floor.Span;
import org.ringside.floor.Stretch;
import org.ringside.floor.Team;
import org.ringside.floor.Timeline;
import org.ringside.metric.BookingRules;
import org.ringside.metric.Gate;
import org.ringside.organisation.Organisation;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.TieBreak;

/**
 * The same facts, with their corrections and voids, give the same tallies, scores and standings in
 * whatever order, batches and repeats they come (R1, invariant 2): by the scorer's own fold,
 * verdict, booking, scoring and ranking, with a log in memory.
 */
class AnyOrderPropertyTest {
  private static final ServiceCalendar CALENDAR = ServiceCalendar.of(ZoneId.of("Asia/Shanghai"));
  static final Instant MONDAY = Instant.parse("2024-11-17T16:00:00Z");
  private static final Instant SUNDAY = Instant.parse("2024-11-24T16:00:00Z");
  private static final long NOON_WEDNESDAY = Instant.parse("2024-11-20T04:00:00Z").toEpochMilli();

  /** Agent 2 changes sides in the middle; two queues have owners, a third has none. */
  private static final Floor FLOOR =
      new Floor(
          List.of(),
          List.of(new Team(1, "eagle", "Eagle", null), new Team(2, "thunder", "Thunder", null)),
          List.of(new Agent(1, "a0", "A"), new Agent(2, "a1", "B"), new Agent(3, "a2", "C")),
          Map.of(new AliasKey("extension", null), held(Span.BEGINNING, Span.END, 3)),
          Map.of(
              1, held(Span.BEGINNING, Span.END, 1),
              2,
                  Timeline.of(
                      List.of(
                          new Stretch(new Span(Span.BEGINNING, NOON_WEDNESDAY), 1),
                          new Stretch(new Span(NOON_WEDNESDAY, Span.END), 2))),
              3, held(Span.BEGINNING, Span.END, 2)),
          Map.of("q0", held(Span.BEGINNING, Span.END, 1), "q1", held(Span.BEGINNING, Span.END, 2)));

  private static final RuleBook RULES =
      new RuleBook(
          List.of(
              line("valid_calls", new Conversion.PerUnit(BigDecimal.ONE)),
              line(
                  "csat_top_box",
                  new Conversion.Linear(
                      new BigDecimal("0.2"), new BigDecimal("0.9"), BigDecimal.TEN))),
          List.of(new Gate("handled", 1)),
          1,
          TieBreak.by("handled"),
          BigDecimal.ZERO);

  @Property(tries = 1000)
  void facts_in_any_order_batches_and_repeats_give_the_same_board(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 71) Integer> drawn,
      @ForAll Random random) {
    List<Delivery> once = new ArrayList<>();
    new LinkedHashSet<>(drawn).forEach(number -> once.add(new Delivery(number / 6, number % 6)));
    List<Delivery> again = new ArrayList<>(once);
    once.forEach(delivery -> Collections.nCopies(random.nextInt(3), delivery).forEach(again::add));
    Collections.shuffle(again, random);
    assertThat(played(again, random)).isEqualTo(played(once, new Random(0)));
  }

  /** All that can be seen of a scorer that took these facts in some batches. */
  private static String played(List<Delivery> deliveries, Random batches) {
    var scorer = new MemoryScorer(organisation(), FLOOR, contests());
    for (int from = 0; from < deliveries.size(); ) {
      int to = Math.min(deliveries.size(), from + 1 + batches.nextInt(9));
      scorer.take(deliveries.subList(from, to).stream().map(Delivery::fact).toList());
      from = to;
    }
    return scorer.seen();
  }

  /** Of a week, with nothing on them. */
  static Sheets blankSheets() {
    return Sheets.of(contest(1, Competitors.TEAM));
  }

  private static List<Contest> contests() {
    return List.of(contest(1, Competitors.TEAM), contest(2, Competitors.AGENT));
  }

  private static Contest contest(int number, Competitors competitors) {
    return new Contest(
        number,
        "week",
        null,
        Cadence.WEEK,
        competitors,
        Competing.EVERYBODY,
        Audiences.OPEN,
        1,
        RULES,
        CALENDAR,
        new Window(MONDAY, SUNDAY),
        SUNDAY.plusSeconds(86_400),
        "2026-W47");
  }

  private static Organisation organisation() {
    return new Organisation(
        1, "test", "Test", CALENDAR, "CNY", BookingRules.defaults(), false, true, new byte[32]);
  }

  private static Line line(String metric, Conversion conversion) {
    return new Line(metric, conversion, BigDecimal.ONE, null, null);
  }

  private static Timeline held(long from, long to, int holder) {
    return Timeline.of(List.of(new Stretch(new Span(from, to), holder)));
  }
}
