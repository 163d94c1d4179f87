package org.ringside.bench;

/**
 * What became of one request.
 *
 * @param kind {@code ok}, or the status or failure that it met
 * @param items facts or reads that it carried and that were taken
 */
record Outcome(String kind, int items) {
  static final String OK = "ok";

  static Outcome ok(int items) {
    return new Outcome(OK, items);
  }

  static Outcome failed(String kind) {
    return new Outcome(kind, 0);
  }
}
