package org.ringside.board;

import org.ringside.frame.Principal;

/**
 * Is told who watches, and from where. Called on the loops of the sockets: from several threads,
 * and never to wait.
 */
public interface Onlookers {
  /** Somebody was let in, or has been heard again: at least once in half a minute. */
  void heard(Principal who, Seat seat);

  /** The socket is closed. */
  void left(Principal who, Seat seat);
}
