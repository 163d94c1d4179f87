package org.ringside.screen;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringside.board.Onlookers;
import org.ringside.board.Seat;
import org.ringside.frame.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where screens watch from, as their sockets tell; raises the alarm where one watches from two
 * addresses at once. Safe from any thread, and quick: a hundred calls a second come from three
 * thousand screens.
 */
final class Whereabouts implements Onlookers {
  private static final Logger LOG = LoggerFactory.getLogger(Whereabouts.class);

  /** Screens of which something is remembered; those that watch are counted by the crowd. */
  private static final int MOST = 50_000;

  private final Siren siren;
  private final InstantSource clock;
  private final Map<Key, Watch> watches = new HashMap<>();

  /** Those about which it was said; not said again before somebody has settled it. */
  private final Set<Key> told = new HashSet<>();

  private record Key(int organisation, String screen) {}

  /** Raises an alarm. */
  @FunctionalInterface
  interface Siren {
    Future<Boolean> raise(int organisation, int screen, Alarm alarm);
  }

  Whereabouts(Siren siren, InstantSource clock) {
    this.siren = siren;
    this.clock = clock;
  }

  @Override
  public void heard(Principal who, Seat seat) {
    if (!Screen.is(who)) {
      return;
    }
    var key = new Key(who.organisation(), who.name());
    List<String> places = placesOf(key, seat);
    if (!places.isEmpty()) {
      var alarm = new Alarm(clock.instant(), Alarm.Reason.TWO_ADDRESSES, places);
      siren
          .raise(key.organisation(), Screen.number(who), alarm)
          .onFailure(
              failure -> {
                LOG.warn("the alarm of {} cannot be written", key, failure);
                forget(key);
              });
    }
  }

  /** Where it is; empty where that is one place, or was said already. */
  private synchronized List<String> placesOf(Key key, Seat seat) {
    if (watches.size() >= MOST) {
      watches.values().removeIf(watch -> watch.seats().isEmpty());
    }
    Watch watch = watches.getOrDefault(key, Watch.NOBODY).heard(seat, clock.instant());
    watches.put(key, watch);
    Set<String> places = watch.placesBeside(seat);
    return places.isEmpty() || !told.add(key)
        ? List.of()
        : places.stream().limit(Alarm.MOST_ADDRESSES).toList();
  }

  @Override
  public synchronized void left(Principal who, Seat seat) {
    watches.computeIfPresent(
        new Key(who.organisation(), who.name()), (key, watch) -> watch.without(seat));
  }

  private synchronized void forget(Key key) {
    told.remove(key);
  }

  /** Somebody has said what came of its alarm: what is so still is told again. */
  void settled(int organisation, int screen) {
    forget(new Key(organisation, Screen.actor(screen)));
  }

  /** When and where a socket of it was heard last. */
  synchronized Optional<Sighting> last(int organisation, int screen) {
    return Optional.ofNullable(watch(organisation, screen).last());
  }

  /** Whether a socket of it is open. */
  synchronized boolean watches(int organisation, int screen) {
    return !watch(organisation, screen).seats().isEmpty();
  }

  private Watch watch(int organisation, int screen) {
    return watches.getOrDefault(new Key(organisation, Screen.actor(screen)), Watch.NOBODY);
  }
}
