package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.db.TestDatabase.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.audit.Act;
import org.ringside.board.BoardPublisher;
import org.ringside.board.Boards;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.contest.Audiences;
import org.ringside.contest.Cadence;
import org.ringside.contest.Competing;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.contest.ContestPeriod;
import org.ringside.contest.NewContest;
import org.ringside.db.Database;
import org.ringside.db.TestDatabase;
import org.ringside.fact.Incoming;
import org.ringside.fact.Receipt;
import org.ringside.metric.BookingRules;
import org.ringside.metric.Direction;
import org.ringside.organisation.Organisation;
import org.ringside.rulebook.NewRuleBook;
import org.ringside.rulebook.RuleBookSql;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;

/** One scorer for two organisations whose sources, ids, teams and contests are named the same. */
class TwoOrganisationsTest {
  private static final Act BY_TEST = Act.ofSystem("test.acted", "");
  private static final int FACTS = 60;

  /** In the week of the facts. */
  private static final Instant NOW = AnyOrderPropertyTest.MONDAY.plus(Duration.ofDays(6));

  private static final ServiceCalendar SHANGHAI = ServiceCalendar.of(ZoneId.of("Asia/Shanghai"));

  private static final RuleBook RULES =
      RuleBook.of(
          1,
          new Line(
              "valid_calls", new Conversion.PerUnit(BigDecimal.ONE), BigDecimal.ONE, null, null));

  private final TestDatabase test = TestDatabase.fresh();
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(2));
  private final Database database = await(Database.open(vertx, test.settings()));
  private final BoardPublisher publisher = new BoardPublisher(vertx, new Boards());
  private volatile Instant now = NOW;
  private Scorer scorer = start();

  @BeforeEach
  void addTheSecond() {
    assertThat(scorer.all()).extracting(Organisation::number).containsExactly(1);
    var second =
        new Organisation(
            0,
            "second",
            "Org",
            SHANGHAI,
            "CNY",
            BookingRules.defaults(),
            false,
            true,
            new byte[32]);
    assertThat(await(scorer.found(second, BY_TEST)).number()).isEqualTo(2);
  }

  @AfterEach
  void stop() {
    await(scorer.stop());
    await(database.close());
    await(vertx.close());
    test.close();
  }

  @Test
  void factsOfBoth_areEachTheirOwn() {
    Future<List<Receipt>> one = scorer.append(1, facts(FACTS));
    Future<List<Receipt>> two = scorer.append(2, facts(FACTS / 2));
    assertThat(outcomes(one)).hasSize(FACTS).containsOnly(Receipt.Outcome.ACCEPTED);
    assertThat(outcomes(two)).hasSize(FACTS / 2).containsOnly(Receipt.Outcome.ACCEPTED);
    restart();
    assertThat(outcomes(scorer.append(1, facts(FACTS)))).containsOnly(Receipt.Outcome.DUPLICATE);
    assertThat(outcomes(scorer.append(2, facts(FACTS))))
        .containsOnly(Receipt.Outcome.DUPLICATE, Receipt.Outcome.ACCEPTED);
    assertThat(counted("fact")).containsExactly("1: 60", "2: 60");
    assertThat(counted("source")).containsExactly("1: 2", "2: 2");
    checkBoth();
  }

  @Test
  void contestsOfBoth_areFilledFromTheirOwnFacts() {
    await(scorer.append(1, facts(FACTS)));
    assertThat(open(1)).isEqualTo(1);
    assertThat(open(2)).isEqualTo(1);
    assertThat(await(scorer.rebuild(1, 1, BY_TEST)).changed()).isFalse();
    assertThat(await(scorer.rebuild(2, 1, BY_TEST)).facts()).isZero();
    restart();
    await(scorer.append(2, facts(FACTS)));
    assertThat(await(scorer.rebuild(2, 1, BY_TEST)).changed()).isFalse();
    assertThat(scorer.all(1)).extracting(Contest::number).containsExactly(1);
    assertThat(scorer.all(2)).extracting(Contest::number).containsExactly(1);
    checkBoth();
  }

  @Test
  void oneThatIsBookedAnew_leavesTheOtherAlone() {
    await(scorer.append(1, facts(FACTS)));
    await(scorer.append(2, facts(FACTS)));
    Organisation two = Objects.requireNonNull(scorer.find(2));
    var elsewhere = ServiceCalendar.of(ZoneId.of("America/New_York"));
    await(scorer.change(in(two, elsewhere), BY_TEST));
    checkBoth();
    await(scorer.stop());
    test.asOwner("update organisation set booked_by = 0 where organisation = 2");
    test.asOwner("update tally set counters = '{}' where organisation = 2");
    assertThat(Invariants.report(test, NOW).holds()).isFalse();
    scorer = start();
    assertThat(Objects.requireNonNull(scorer.find(1)).calendar()).isEqualTo(SHANGHAI);
    assertThat(Objects.requireNonNull(scorer.find(2)).calendar()).isEqualTo(elsewhere);
    checkBoth();
  }

  @Test
  void oneThatLetsItsFactsGo_leavesTheOthersAlone() {
    await(scorer.append(1, facts(FACTS)));
    await(scorer.append(2, facts(FACTS)));
    now = NOW.plus(Duration.ofDays(61));
    await(scorer.sealFacts(1, 62));
    assertThat(await(scorer.removeSealedFacts(1))).isEqualTo(40);
    assertThat(await(scorer.removeSealedFacts(2))).isZero();
    assertThat(scorer.factsSince(1)).isEqualTo("2024-11-22T16:00:00Z");
    assertThat(scorer.factsSince(2)).isNull();
    assertThat(counted("fact")).containsExactly("1: 20", "2: 60");
    assertThat(counted("fact_identity")).containsExactly("1: 60", "2: 60");
    now = NOW;
    restart();
    assertThat(outcomes(scorer.append(1, facts(FACTS))))
        .containsOnly(Receipt.Outcome.REFUSED, Receipt.Outcome.DUPLICATE);
    assertThat(outcomes(scorer.append(2, facts(FACTS)))).containsOnly(Receipt.Outcome.DUPLICATE);
    checkBoth();
  }

  private Scorer start() {
    var first =
        new Organisation(
            1, "org", "Org", SHANGHAI, "CNY", BookingRules.defaults(), false, true, new byte[32]);
    return await(
        ScorerStart.start(
                vertx,
                database,
                () -> now,
                publisher,
                new ScorerMeters(new SimpleMeterRegistry(), () -> 0),
                "test",
                first)
            .ready());
  }

  private void restart() {
    await(scorer.stop());
    scorer = start();
  }

  private static List<Incoming> facts(int count) {
    return IntStream.range(0, count).mapToObj(number -> new Delivery(number, 1).fact()).toList();
  }

  /** Opens the week of those facts under the organisation's own first rule book. */
  private int open(int organisation) {
    var book = new NewRuleBook("Weekly", Direction.IN, RULES, null);
    await(RuleBookSql.add(database.of(organisation), organisation, book, NOW, "li.na"));
    var week = ContestPeriod.at(SHANGHAI, Cadence.WEEK, AnyOrderPropertyTest.MONDAY);
    var draft =
        new NewContest(
            "Week",
            null,
            Cadence.WEEK,
            Competitors.TEAM,
            Competing.EVERYBODY,
            Audiences.OPEN,
            1,
            RULES,
            SHANGHAI,
            week);
    return await(scorer.open(organisation, draft, BY_TEST)).number();
  }

  private static Organisation in(Organisation one, ServiceCalendar calendar) {
    return new Organisation(
        one.number(),
        one.code(),
        one.name(),
        calendar,
        one.currency(),
        one.bookingRules(),
        one.publicBoards(),
        one.secondFactor(),
        one.customerKey());
  }

  private static List<Receipt.Outcome> outcomes(Future<List<Receipt>> receipts) {
    return await(receipts).stream().map(Receipt::outcome).toList();
  }

  private List<String> counted(String table) {
    var counts = new ArrayList<String>();
    test.asOwner(
            "select organisation || ': ' || count(*) from %s group by organisation order by 1"
                .formatted(table))
        .forEach(row -> counts.add(row.getString(0)));
    return counts;
  }

  private void checkBoth() {
    await(Future.all(scorer.flush(1), scorer.flush(2)));
    CheckReport report = Invariants.report(test, NOW);
    assertThat(report.differences()).isEmpty();
    assertThat(report.organisations()).isEqualTo(2);
  }
}
