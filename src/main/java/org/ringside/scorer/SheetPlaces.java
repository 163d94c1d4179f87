package org.ringside.scorer;

import java.util.HashMap;
import java.util.Map;
import org.ringside.floor.Place;
import org.ringside.floor.Places;
import org.ringside.metric.Counters;
import org.ringside.metric.Scope;

/**
 * Where amounts stand on sheets. Tallies keep of what is a queue's doing which agent was at it, for
 * reports; sheets keep it of the owning team alone, because nobody else is scored by it (R8a).
 */
final class SheetPlaces {
  private SheetPlaces() {}

  static Place ofQueue(Places places) {
    return new Place(0, places.ofQueue().team());
  }

  /** What the sheets of a window have, made of its tallies. */
  static Map<Place, Counters> ofTallies(Map<Places, Counters> tallied) {
    var sheets = new HashMap<Place, Counters>();
    tallied.forEach(
        (places, counters) ->
            counters.forEach(
                (counter, amount) ->
                    sheets
                        .computeIfAbsent(of(places, counter), p -> new Counters())
                        .add(counter, amount)));
    return sheets;
  }

  private static Place of(Places tallied, String counter) {
    return Scope.ofCounter(counter) == Scope.QUEUE ? ofQueue(tallied) : tallied.own();
  }
}
