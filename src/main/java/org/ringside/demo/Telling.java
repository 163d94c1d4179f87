package org.ringside.demo;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ringside.demo.simulation.FloorFact;
import org.ringside.demo.simulation.FloorPlan;
import org.ringside.demo.simulation.FloorSimulation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the floor's story: sets the organisation up, archives past days, catches up, and then keeps
 * pace with the clock. Written down to be called from one virtual thread.
 */
final class Telling {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

  /** Tells hold and wrap-up apart from the end of the call, as it happens. */
  private static final JsonObject EVENTS =
      new JsonObject().put("name", "demo-pbx").put("wrapUp", "apart");

  private static final JsonObject TOTALS =
      new JsonObject().put("name", "demo-archive").put("detail", "totals");

  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);
  private static final Duration KEPT_EVERY = Duration.ofSeconds(5);

  private final DemoSettings settings;
  private final OwnFile placeFile;
  private final Post events;
  private final Post archive;
  private Place place;
  private FloorPlan plan;
  private Instant lastHeartbeat = Instant.EPOCH;
  private Instant lastKept = Instant.EPOCH;

  private Telling(
      DemoSettings settings, OwnFile placeFile, Post events, Post archive, Place place) {
    this.settings = settings;
    this.placeFile = placeFile;
    this.events = events;
    this.archive = archive;
    this.place = place;
    this.plan = settings.plan(place.density());
  }

  /** Lets the staff in, registers, puts roster and contests, and finds the place to go on from. */
  static Telling begin(
      Api api, Staff staff, String bootstrapToken, Path folder, DemoSettings settings) {
    Staff.SetUp tokens = staff.moveIn(api, bootstrapToken);
    String administrator = tokens.administrator();
    var keys = new SourceKeys(api, administrator, new OwnFile(folder.resolve("keys.properties")));
    SourceKeys.Key events = keys.of(EVENTS);
    SourceKeys.Key archive = keys.of(TOTALS);
    var placeFile = new OwnFile(folder.resolve("place.properties"));
    Place place = placeToGoOnFrom(placeFile, events, settings);
    var telling =
        new Telling(settings, placeFile, new Post(api, events), new Post(api, archive), place);
    telling.keep();
    api.put("/api/v1/roster", administrator, RosterJson.of(telling.plan));
    new Contests(api, tokens.manager(), settings.zone()).publish();
    staff.moveInOthers(api, administrator, telling.plan);
    return telling;
  }

  /** A server that has never heard of the source has none of its facts, whatever the file says. */
  private static Place placeToGoOnFrom(OwnFile file, SourceKeys.Key events, DemoSettings settings) {
    Instant now = settings.clock().instant();
    Place fresh = History.fresh(now, settings.zone(), settings.speed());
    return events.isFirst()
        ? fresh
        : History.resumed(
            Place.read(file.read(), fresh.told(now)), now, settings.zone(), settings.speed());
  }

  /** Totals of one more past day, if there is one left; false if there is none. */
  boolean archivedADay() {
    if (place.told() != null) {
      return false;
    }
    LocalDate day = place.nextArchived();
    if (day.isBefore(place.detailFrom())) {
      DayArchive past = DayArchive.of(plan, day, detailBegin().toEpochMilli());
      archive.send(past.totals());
      events.send(past.thinFacts());
      place = place.archived(day);
    } else {
      place = place.told(detailBegin());
      LOG.info("the past is told: {} totals, {} facts", archive.facts(), events.facts());
    }
    keep();
    return true;
  }

  /** The floor as it is at the place that the telling has come to. */
  FloorSimulation floor() {
    return FloorSimulation.after(plan, told(), place.detailFrom());
  }

  /** Tells the next minutes at most; true if it has caught up with the clock. */
  boolean caughtUp(FloorSimulation floor) {
    Instant now = settings.clock().instant();
    Instant next = told().plus(STEP.dividedBy(place.density().factor()));
    Instant until = next.isBefore(now) ? next : now;
    List<FloorFact> facts = floor.advanceTo(until);
    events.send(facts);
    place = place.told(until);
    keepNowAndThen(now);
    return until.equals(now);
  }

  private void keepNowAndThen(Instant now) {
    if (!now.isBefore(lastHeartbeat.plus(HEARTBEAT))) {
      events.heartbeat(told());
      archive.heartbeat(told());
      lastHeartbeat = now;
    }
    if (!now.isBefore(lastKept.plus(KEPT_EVERY))) {
      keep();
      lastKept = now;
    }
  }

  void keep() {
    placeFile.write(place.write());
  }

  private Instant detailBegin() {
    return place.detailFrom().atStartOfDay(settings.zone()).toInstant();
  }

  private Instant told() {
    Instant told = place.told();
    if (told == null) {
      throw new IllegalStateException("days are still to be archived");
    }
    return told;
  }
}
