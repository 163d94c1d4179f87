package org.ringside.demo.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The floor as a source: hands over what the telephone system sends, in the order of sending, up to
 * an instant. The same plan gives the same facts however time is cut into steps, and also when it
 * is taken up again later.
 */
public final class FloorSimulation {
  /** Quality checks and closed cases reach the receiver this many days late at most. */
  public static final int LATEST_DAYS = 3;

  /** Kinds of fact that come thick; of archived days they are told as hourly totals instead. */
  public static final Set<String> THICK =
      Set.of(
          "contact.offered",
          "contact.abandoned",
          "contact.exited",
          "leg.offered",
          "leg.missed",
          "leg.answered",
          "leg.hold",
          "leg.transferred",
          "leg.ended",
          "leg.wrapped",
          "dial.attempted",
          "dial.connected",
          "agent.state",
          "outcome.recorded",
          "survey.invited",
          "survey.answered",
          "fact.voided");

  /** The first log-ins of a night shift are a few minutes before midnight. */
  private static final long EARLY_MILLIS = 10 * 60_000L;

  private final FloorPlan plan;
  private final LocalDate detailFrom;
  private final List<FloorDay> days = new ArrayList<>();
  private final PriorityQueue<Delivery> underWay = new PriorityQueue<>();
  private LocalDate nextDay;

  private FloorSimulation(FloorPlan plan, LocalDate detailFrom) {
    this.plan = plan;
    this.detailFrom = detailFrom;
    this.nextDay = detailFrom;
  }

  /**
   * The floor as it is just after {@code position}: everything sent until then has been handed over
   * before. Thick facts of days before {@code detailFrom} are left out, because the archive has
   * them.
   */
  public static FloorSimulation after(FloorPlan plan, Instant position, LocalDate detailFrom) {
    var floor = new FloorSimulation(plan, detailFrom);
    floor.nextDay = LocalDate.ofInstant(position, plan.zone()).minusDays(LATEST_DAYS);
    floor.drain(position.toEpochMilli());
    return floor;
  }

  /** What is sent until and at this instant, since the last call; in the order of sending. */
  public List<FloorFact> advanceTo(Instant instant) {
    return drain(instant.toEpochMilli());
  }

  private List<FloorFact> drain(long millis) {
    openDaysUntil(millis);
    days.forEach(day -> day.advanceTo(millis));
    days.removeIf(FloorDay::isOver);
    var sent = new ArrayList<FloorFact>();
    for (Delivery next = underWay.peek();
        next != null && next.millis() <= millis;
        next = underWay.peek()) {
      sent.add(underWay.remove().fact());
    }
    return sent;
  }

  private void openDaysUntil(long millis) {
    while (begin(nextDay) - EARLY_MILLIS <= millis) {
      days.add(new FloorDay(plan, nextDay, this::receive));
      nextDay = nextDay.plusDays(1);
    }
  }

  private void receive(Delivery delivery) {
    boolean archived = delivery.day().isBefore(detailFrom);
    if (!archived || !THICK.contains(delivery.fact().type())) {
      underWay.add(delivery);
    }
  }

  private long begin(LocalDate day) {
    return day.atStartOfDay(plan.zone()).toInstant().toEpochMilli();
  }
}
