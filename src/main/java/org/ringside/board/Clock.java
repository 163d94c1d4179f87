package org.ringside.board;

/**
 * The time and truth beside a board, about every two seconds.
 *
 * @param board its id
 * @param json the clock alone, as it stands in a snapshot
 */
public record Clock(String board, String json) {
  String message() {
    return "{\"type\":\"clock\",\"board\":\"" + board + "\",\"clock\":" + json + "}";
  }
}
