package org.ringside.source.asterisk;

import io.vertx.core.json.JsonObject;

/**
 * A place between two lines of a log file that may be renamed, copied or emptied meanwhile.
 *
 * @param key device and inode of the file, as the file system names it
 * @param offset bytes before the place
 * @param anchor the last bytes before the place, base64: they tell the file from a successor that
 *     got its inode, and find a copy of it
 */
public record Position(String key, long offset, String anchor) {

  public static Position of(JsonObject json) {
    return new Position(
        json.getString("key", ""), json.getLong("offset", 0L), json.getString("anchor", ""));
  }

  public JsonObject json() {
    return new JsonObject().put("key", key).put("offset", offset).put("anchor", anchor);
  }
}
