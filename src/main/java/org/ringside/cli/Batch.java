package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Facts to be sent together.
 *
 * @param checkpoint where to go on once they have been taken
 */
record Batch(List<Item> items, JsonObject checkpoint) {
  /** Facts of one request: under a megabyte, and a second's work for the server at most. */
  static final int SIZE = 2_000;
}
