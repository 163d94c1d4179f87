package org.ringside.frame;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells whoever remembers credentials that one was withdrawn: caches, and sockets that are open.
 * Safe from any thread; listeners are called on the thread that tells and must hand on to their
 * own.
 */
public final class Withdrawals {
  private final List<Consumer<Withdrawn>> listeners = new CopyOnWriteArrayList<>();

  public void listen(Consumer<Withdrawn> listener) {
    listeners.add(listener);
  }

  public void tell(Withdrawn withdrawn) {
    listeners.forEach(listener -> listener.accept(withdrawn));
  }
}
