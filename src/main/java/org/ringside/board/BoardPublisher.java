package org.ringside.board;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ringside.contest.Audience;
import org.ringside.contest.Contest;
import org.ringside.contest.ContestJson;
import org.ringside.floor.Floor;
import org.ringside.standing.Standings;

/**
 * Puts new standings where all can read them, and sends what changed to every hub. Lives on the
 * scorer's loop.
 */
public final class BoardPublisher {
  private static final DeliveryOptions LOCAL =
      new DeliveryOptions().setLocalOnly(true).setCodecName(LocalCodec.NAME);

  private final Vertx vertx;
  private final Boards boards;
  private long publications;

  public BoardPublisher(Vertx vertx, Boards boards) {
    this.vertx = vertx;
    this.boards = boards;
    LocalCodec.register(vertx);
  }

  /**
   * @param now decides the state that the card shows
   * @param sinceNanos when the oldest fact in these standings was accepted, 0 if none was
   */
  public void publish(
      Feeds feeds,
      BoardWords words,
      Standings standings,
      Floor floor,
      Instant now,
      long sinceNanos) {
    List<BoardRow> named = words.rows(standings, floor);
    Map<Audience, Board> shown = new EnumMap<>(Audience.class);
    Map<Audience, Frame> frames = new EnumMap<>(Audience.class);
    for (Audience audience : words.contest().audiences().apart()) {
      Sight sight = Sight.of(words.contest(), audience, standings);
      List<BoardRow> rows = words.within(sight, standings, named);
      Feed feed = feeds.of(audience);
      Frame frame = feed.next(words.card(now), standings.rows().size(), rows, sinceNanos);
      if (frame != null) {
        frames.put(audience, frame);
      }
      shown.put(audience, feed.last());
    }
    send(new Published(words.ofRows(), standings, floor, shown, ++publications), frames);
  }

  /** To every hub, unless nothing would come of it for any socket. */
  private void send(Published published, Map<Audience, Frame> frames) {
    Published before = boards.put(published);
    if (!frames.isEmpty() || published.hasOwnRows() || published.isOfAnotherFloor(before)) {
      vertx.eventBus().publish(Boards.PUBLICATIONS, new Publication(published, frames), LOCAL);
    }
  }

  public void tick(int organisation, Clock clock) {
    boards.put(organisation, clock);
    vertx.eventBus().publish(Boards.CLOCKS, new OwnedClock(organisation, clock), LOCAL);
  }

  /** Forgets a board that is no longer in memory, here and at every hub. */
  public void remove(int organisation, String board) {
    boards.remove(organisation, board);
    vertx.eventBus().publish(Boards.REMOVALS, new Removed(organisation, board), LOCAL);
  }

  /** A contest with the state that it is in. */
  static JsonObject cardOf(Contest contest, Instant now) {
    return ContestJson.contest(contest).put("state", contest.state(now).wire());
  }

  /** A clock with the tenant whose board it belongs to. */
  record OwnedClock(int organisation, Clock clock) {}

  /** A board that is no longer in memory. */
  record Removed(int organisation, String board) {}
}
