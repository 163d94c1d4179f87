package org.ringside.board;

import io.vertx.core.Future;
import java.util.Optional;

/** Standings of contests that ended so long ago that they are no longer in memory. */
@FunctionalInterface
public interface PastBoards {
  /** Ranked anew from the sheets that are stored; empty where there never was such a contest. */
  Future<Optional<Published>> find(int organisation, int contest);
}
