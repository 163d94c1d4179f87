package org.ringside.screen;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one screen that are good now, as hashes: the one that it showed last, and those
 * that it was given since and has not shown. One of these being shown proves that it arrived, and
 * ends all others. Until then the one before stays good: an answer may be lost, and two windows of
 * one browser may ask at the same moment. Pure.
 *
 * @param shown null before the first
 * @param offered the newest last, at most {@link #MOST_OFFERED}
 */
record Handed(@Nullable Buffer shown, List<Buffer> offered) {
  static final int MOST_OFFERED = 4;

  Handed {
    offered = List.copyOf(offered);
  }

  /**
   * After a token was shown and another one given for it.
   *
   * @return empty where it is none of these: a copy of one that is over
   */
  Optional<Handed> renewed(byte[] token, byte[] fresh) {
    if (shown != null && same(token, shown)) {
      return Optional.of(plus(fresh));
    }
    return offered.stream().anyMatch(one -> same(token, one))
        ? Optional.of(new Handed(Buffer.buffer(token), List.of(Buffer.buffer(fresh))))
        : Optional.empty();
  }

  /** After another first token was given; empty once one was shown. */
  Optional<Handed> claimed(byte[] fresh) {
    return shown == null ? Optional.of(plus(fresh)) : Optional.empty();
  }

  private Handed plus(byte[] fresh) {
    var all = new ArrayList<>(offered);
    all.add(Buffer.buffer(fresh));
    return new Handed(shown, all.subList(Math.max(0, all.size() - MOST_OFFERED), all.size()));
  }

  private static boolean same(byte[] token, Buffer hash) {
    return MessageDigest.isEqual(token, hash.getBytes());
  }
}
