package org.ringside.backup;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a backup.
 *
 * @param schema newest step of the schema that the database had
 * @param release version of the Ringside that wrote the file
 * @param postgres version of the database, such as 18.6
 * @param takenAt when it was begun: everything acknowledged before is in it
 */
record Manifest(int schema, String release, String postgres, Instant takenAt) {
  /** Of the file's form; a release reads no other. */
  static final int FORMAT = 1;

  private static final String NAME = "ringside-backup";

  JsonObject json() {
    return new JsonObject()
        .put("file", NAME)
        .put("format", FORMAT)
        .put("schema", schema)
        .put("release", release)
        .put("postgres", postgres)
        .put("takenAt", takenAt.toString());
  }

  /** The format that a first line claims; null where it is of something else. */
  static @Nullable Integer format(JsonObject line) {
    return NAME.equals(line.getValue("file")) ? line.getInteger("format") : null;
  }

  /**
   * @throws ClassCastException or another runtime exception where it is not one
   */
  static Manifest read(JsonObject line) {
    return new Manifest(
        line.getInteger("schema"),
        line.getString("release"),
        line.getString("postgres"),
        instant(line.getString("takenAt")));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
