package org.ringside.demo.simulation;

/**
 * A person's working time on one day.
 *
 * @param kind 早, 日, 中, 晚 or 夜
 */
record Shift(String kind, long fromMillis, long toMillis) {
  long lengthMillis() {
    return toMillis - fromMillis;
  }
}
