package org.ringside.retention;

import java.util.Locale;

/** What has a time for which it is kept. */
enum Kind {
  /** Sign-ins that are over and links that were used or are too old. */
  SESSIONS(90, 1),
  /** Refusals of facts, of which at most a thousand a source are kept anyway. */
  REFUSALS(30, 1),
  /** Facts: what was counted of them stays. At least what a month and its grace are made of. */
  FACTS(Retention.FOR_EVER, 62),
  /** Entries of the audit log. */
  AUDIT(Retention.FOR_EVER, 365);

  /** Days where nothing was said. */
  final int unlessTold;

  /** Fewer days there cannot be. */
  final int least;

  Kind(int unlessTold, int least) {
    this.unlessTold = unlessTold;
    this.least = least;
  }

  /** As the database has it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a field of the settings. */
  String field() {
    return word() + "Days";
  }
}
