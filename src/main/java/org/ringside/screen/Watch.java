package org.ringside.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.board.Seat;

/**
 * The sockets of one screen. Pure.
 *
 * @param seats those that are open, in the order in which they came
 * @param last when and where one of them was heard last, null before the first
 */
record Watch(List<Seat> seats, @Nullable Sighting last) {
  static final Watch NOBODY = new Watch(List.of(), null);

  Watch {
    seats = List.copyOf(seats);
  }

  Watch heard(Seat seat, Instant now) {
    var seen = new Sighting(now, seat.address());
    if (seats.contains(seat)) {
      return new Watch(seats, seen);
    }
    var more = new ArrayList<>(seats);
    more.add(seat);
    return new Watch(more, seen);
  }

  Watch without(Seat seat) {
    return new Watch(seats.stream().filter(one -> !one.equals(seat)).toList(), last);
  }

  /**
   * All addresses, where a socket that is heard now has another one beside it that came later from
   * elsewhere; else none. The one that came first proves by that that it is alive: a display that
   * has changed its network leaves a socket behind that is never heard again.
   */
  Set<String> placesBeside(Seat heard) {
    boolean elsewhere =
        seats.subList(seats.indexOf(heard) + 1, seats.size()).stream()
            .anyMatch(later -> !later.address().equals(heard.address()));
    var places = new LinkedHashSet<String>();
    if (elsewhere) {
      seats.forEach(seat -> places.add(seat.address()));
    }
    return places;
  }
}
