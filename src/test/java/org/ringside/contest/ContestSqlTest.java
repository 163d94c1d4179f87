package org.ringside.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.contest.Shanghai.CALENDAR;
import static org.ringside.contest.Shanghai.CATALOGUE;
import static org.ringside.contest.Shanghai.at;
import static org.ringside.db.TestDatabase.await;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.db.Database;
import org.ringside.db.TestDatabase;
import org.ringside.metric.Direction;
import org.ringside.rulebook.NamedOverride;
import org.ringside.rulebook.NewRuleBook;
import org.ringside.rulebook.NumberedRuleBook;
import org.ringside.rulebook.RuleBookSql;

class ContestSqlTest {
  private static final Instant NOW = at("2026-11-18T12:00");
  private static final NewRuleBook BOOK =
      new NewRuleBook("Weekly", Direction.IN, Shanghai.SURVEYS, null);

  private final TestDatabase test = TestDatabase.fresh();
  private Database database = test.open();

  @BeforeEach
  void organisations() {
    for (int organisation = 1; organisation <= 2; organisation++) {
      test.asOwner(
          """
          insert into organisation values (%1$d, 'Org', 'Asia/Shanghai', '00:00', 1, 1, 'CNY',
            10000, 30000, 5000, true, decode(repeat('00', 32), 'hex'), now(), 0, 'org-%1$d')
          """
              .formatted(organisation));
    }
  }

  @AfterEach
  void drop() {
    await(database.close());
    test.close();
  }

  @Test
  void rule_book_is_read_back_as_it_was_written() {
    var override = new NamedOverride("Li Na", "no surveys yet");
    var outbound = new NewRuleBook("外呼周赛", Direction.OUT, Shanghai.CALLS, override);
    NumberedRuleBook added = await(RuleBookSql.add(database.of(1), 1, outbound, NOW, "li.na"));
    assertThat(added.number()).isEqualTo(1);
    assertThat(await(RuleBookSql.find(database.of(1), 1, 1))).contains(added);
  }

  @Test
  void rule_books_are_numbered_for_each_organisation_by_itself() {
    assertThat(ruleBook(1)).isEqualTo(1);
    assertThat(ruleBook(1)).isEqualTo(2);
    assertThat(ruleBook(2)).isEqualTo(1);
    assertThat(await(RuleBookSql.find(database.of(2), 2, 2))).isEmpty();
  }

  @Test
  void rule_books_posted_at_the_same_time_get_different_numbers() {
    var all =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(i -> RuleBookSql.add(database.of(1), 1, BOOK, NOW, "li.na"))
            .toList();
    assertThat(all.stream().map(TestDatabase::await).map(NumberedRuleBook::number))
        .containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  @Test
  void equal_rule_book_is_found_by_its_hash_and_name() {
    ruleBook(1);
    assertThat(await(RuleBookSql.findEqual(database.of(1), 1, BOOK))).isPresent();
    assertThat(await(RuleBookSql.findEqual(database.of(2), 2, BOOK))).isEmpty();
    var other = new NewRuleBook("Weekly", Direction.IN, Shanghai.CALLS, null);
    assertThat(await(RuleBookSql.findEqual(database.of(1), 1, other))).isEmpty();
  }

  @Test
  void rule_book_that_somebody_changed_behind_our_back_is_not_used() {
    ruleBook(1);
    test.asOwner(
        "update rule_book set content = replace(content, '\"points\":\"1\"', '\"points\":\"2\"')");
    assertThatThrownBy(() -> await(RuleBookSql.find(database.of(1), 1, 1)))
        .hasMessageContaining("rule book 1 is not what its hash");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update rule_book set name = 'x'",
        "delete from rule_book",
        "update series set name = 'x'",
        "delete from series",
        "update contest set ends = ends",
        "delete from contest"
      })
  void application_changes_no_rule_book_series_or_contest(String sql) {
    assertThatThrownBy(() -> test.asApp(sql))
        .isInstanceOfSatisfying(
            PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
  }

  @Test
  void contest_is_read_back_as_it_was_opened() {
    ruleBook(1);
    var nights = new ServiceCalendar(Shanghai.ZONE, LocalTime.of(4, 0), DayOfWeek.SUNDAY, 26);
    var pinned = draft("节日赛", Competing.pinned(Set.of(9, 2, 5)), nights, "2026-11-18T12:00");
    var site = draft("分职场赛", Competing.ofSite(2), CALENDAR, "2026-11-18T12:00");
    Contest one = open(1, 1, pinned);
    Contest two = open(1, 2, site);
    assertThat(await(ContestSql.find(database.of(1), 1, CATALOGUE, 1))).contains(one);
    assertThat(await(ContestSql.find(database.of(1), 1, CATALOGUE, 2))).contains(two);
    assertThat(await(ContestSql.find(database.of(2), 2, CATALOGUE, 1))).isEmpty();
  }

  @Test
  void scorer_loads_what_is_open_and_what_ended_not_long_ago() {
    ruleBook(1);
    List<String> weeks =
        List.of("2026-09-02T12:00", "2026-11-04T12:00", "2026-11-18T12:00", "2026-11-25T12:00");
    for (int i = 0; i < weeks.size(); i++) {
      open(1, i + 1, draft("周赛", Competing.EVERYBODY, CALENDAR, weeks.get(i)));
    }
    assertThat(await(ContestSql.load(database.of(1), 1, CATALOGUE, NOW)))
        .extracting(Contest::number)
        .containsExactly(2, 3, 4);
    assertThat(await(ContestSql.load(database.of(2), 2, CATALOGUE, NOW))).isEmpty();
    assertThat(await(ContestSql.lastNumber(database.of(1), 1))).isEqualTo(4);
    assertThat(await(ContestSql.lastNumber(database.of(2), 2))).isZero();
  }

  @Test
  void contests_are_listed_page_by_page_the_newest_first() {
    ruleBook(1);
    for (int i = 1; i <= 5; i++) {
      open(1, i, draft("周赛" + i, Competing.EVERYBODY, CALENDAR, "2026-11-18T12:00"));
    }
    assertThat(page(Integer.MAX_VALUE)).containsExactly(5, 4);
    assertThat(page(4)).containsExactly(3, 2);
    assertThat(page(2)).containsExactly(1);
  }

  @Test
  void same_single_contest_is_not_opened_twice() {
    ruleBook(1);
    NewContest draft = draft("周赛", Competing.EVERYBODY, CALENDAR, "2026-11-18T12:00");
    assertThat(await(ContestSql.findSingle(database.of(1), 1, draft))).isEmpty();
    open(1, 1, draft);
    assertThat(await(ContestSql.findSingle(database.of(1), 1, draft))).contains(1);
    assertThatThrownBy(() -> open(1, 2, draft)).hasMessageContaining("contest_single");
  }

  @Test
  void series_is_read_back_and_opens_no_period_twice() {
    ruleBook(1);
    Series series = Shanghai.series(Cadence.WEEK, NOW);
    await(SeriesSql.add(database.of(1), 1, series));
    assertThat(await(SeriesSql.load(database.of(1), 1))).containsExactly(series);
    assertThat(await(SeriesSql.load(database.of(2), 2))).isEmpty();
    assertThat(await(SeriesSql.lastNumber(database.of(1), 1))).isEqualTo(3);
    NewContest due = series.due(NOW).getFirst();
    open(1, 1, due);
    assertThatThrownBy(() -> open(1, 2, due)).hasMessageContaining("contest_organisation_series");
  }

  @Test
  void series_of_the_same_name_cadence_and_competitors_is_found() {
    ruleBook(1);
    Series series = Shanghai.series(Cadence.WEEK, NOW);
    await(SeriesSql.add(database.of(1), 1, series));
    assertThat(await(SeriesSql.findNamed(database.of(1), 1, again(Cadence.WEEK)))).contains(3);
    assertThat(await(SeriesSql.findNamed(database.of(1), 1, again(Cadence.MONTH)))).isEmpty();
    assertThat(await(SeriesSql.findNamed(database.of(2), 2, again(Cadence.WEEK)))).isEmpty();
  }

  @Test
  void r30_contests_and_series_of_before_go_on_naming_everybody() throws IOException {
    ruleBook(1);
    await(SeriesSql.add(database.of(1), 1, Shanghai.series(Cadence.WEEK, NOW)));
    open(1, 1, draft("before", Competing.EVERYBODY, CALENDAR, "2026-11-18T12:00"));
    for (String table : List.of("series", "contest")) {
      test.asOwner(
          "alter table %s drop floor_names, drop floor_top, drop wall_names, drop wall_top"
              .formatted(table));
    }

    test.asOwner(step("V017__audiences.sql"));

    assertThat(await(ContestSql.find(database.of(1), 1, CATALOGUE, 1)).orElseThrow().audiences())
        .isEqualTo(Audiences.OPEN);
    assertThat(await(SeriesSql.load(database.of(1), 1)).getFirst().audiences())
        .isEqualTo(Audiences.OPEN);
  }

  private static String step(String name) throws IOException {
    try (var in = ContestSql.class.getResourceAsStream("/db/migration/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static NewSeries again(Cadence cadence) {
    Series series = Shanghai.series(cadence, NOW);
    return new NewSeries(
        series.name(),
        cadence,
        series.competitors(),
        Competing.EVERYBODY,
        Audiences.OPEN,
        1,
        Shanghai.CALLS,
        CALENDAR);
  }

  private int ruleBook(int organisation) {
    return await(RuleBookSql.add(database.of(organisation), organisation, BOOK, NOW, "li.na"))
        .number();
  }

  private static NewContest draft(
      String name, Competing competing, ServiceCalendar calendar, String at) {
    return new NewContest(
        name,
        null,
        Cadence.WEEK,
        Competitors.TEAM,
        competing,
        new Audiences(Naming.ME, Naming.top(3)),
        1,
        Shanghai.SURVEYS,
        calendar,
        ContestPeriod.at(calendar, Cadence.WEEK, at(at)));
  }

  private Contest open(int organisation, int number, NewContest draft) {
    Contest contest = draft.numbered(number, CATALOGUE);
    await(ContestSql.add(database.of(organisation), organisation, contest));
    return contest;
  }

  private List<Integer> page(int below) {
    return await(ContestSql.page(database.of(1), 1, CATALOGUE, below, 2)).stream()
        .map(Contest::number)
        .toList();
  }
}
