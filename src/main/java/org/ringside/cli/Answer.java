package org.ringside.cli;

import io.vertx.core.json.JsonObject;

/** How a request ended. */
sealed interface Answer {

  record Taken(JsonObject body) implements Answer {}

  /**
   * Refused as a whole.
   *
   * @param code of the problem, or empty where the answer was no problem document
   */
  record Refused(int status, String code, String detail) implements Answer {}

  /** Tried as often as allowed; the last reason. */
  record GaveUp(String reason) implements Answer {}
}
