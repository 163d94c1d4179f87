package org.ringside.floor;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Names;

/** Texts of a roster: composed (NFC), without space around, of bounded length. */
final class RosterText {
  /** Characters of a code, an alias, a queue or a source. */
  static final int CODE = 64;

  /** Characters of a name. */
  static final int NAME = 100;

  /** Separates aliases in a CSV cell, and so is in none. */
  static final char SEPARATOR = ';';

  private final Faults faults;

  RosterText(Faults faults) {
    this.faults = faults;
  }

  /** A text as it is kept, null if it is empty or refused. */
  @Nullable String read(String at, @Nullable String text, int longest, String example) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String kept = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (Names.acceptable(kept, longest)) {
      return kept;
    }
    faults.add(
        at, "1 to " + longest + " characters without control or direction characters", example);
    return null;
  }

  /** The same for one that must be there; empty if it is refused. */
  String required(String at, @Nullable String text, String example) {
    if (text == null || text.isBlank()) {
      faults.add(at, "1 to " + CODE + " characters", example);
      return "";
    }
    String kept = read(at, text, CODE, example);
    return kept == null ? "" : kept;
  }

  String alias(String at, @Nullable String text) {
    String alias = required(at, text, "1127");
    if (alias.indexOf(SEPARATOR) >= 0) {
      faults.add(at, "an alias without " + SEPARATOR, "1127");
    }
    return alias;
  }

  /** A span of two texts. */
  Span span(String at, @Nullable String from, @Nullable String to, RosterTime time) {
    long fromMs = instant(at, "from", from, Span.BEGINNING, time);
    long toMs = instant(at, "to", to, Span.END, time);
    if (fromMs >= toMs) {
      faults.add(at, "from before to", "from 2026-06-01, to 2026-06-02");
    }
    return new Span(fromMs, toMs);
  }

  private long instant(String at, String field, @Nullable String text, long open, RosterTime time) {
    if (text == null || text.isBlank()) {
      return open;
    }
    Long read = time.read(text.strip());
    if (read == null) {
      faults.add(at, field + " to be " + RosterTime.EXPECTED, RosterTime.EXAMPLE);
      return open;
    }
    return read;
  }
}
