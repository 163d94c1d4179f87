package org.ringside.demo;

import io.vertx.core.json.JsonObject;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the demo's sources and keeps their keys, because the server shows a key once. A lost or
 * refused key is replaced by a new one.
 */
final class SourceKeys {
  private static final Logger LOG = LoggerFactory.getLogger(SourceKeys.class);
  private static final String LONG_AGO = "2000-01-01T00:00:00Z";

  private final Api api;
  private final String adminToken;
  private final OwnFile file;

  SourceKeys(Api api, String adminToken, OwnFile file) {
    this.api = api;
    this.adminToken = adminToken;
    this.file = file;
  }

  /** A key, and whether the server had never heard of the source. */
  record Key(String source, String secret, boolean isFirst) {}

  /**
   * The key of this source.
   *
   * @param declared name and forms of the source, as the server takes them
   */
  Key of(JsonObject declared) {
    String source = declared.getString("name");
    Properties keys = file.read();
    String kept = keys.getProperty(source);
    if (kept != null && isGood(source, kept)) {
      return new Key(source, kept, false);
    }
    Key key = register(declared);
    keys.setProperty(source, key.secret());
    file.write(keys);
    return key;
  }

  /** Whether the server takes the key: a heartbeat of long ago asks, and moves nothing. */
  private boolean isGood(String source, String secret) {
    try {
      api.post(path(source, "/heartbeat"), secret, new JsonObject().put("time", LONG_AGO));
      return true;
    } catch (Api.Refused refused) {
      LOG.info("the key kept for {} is of no use: {}", source, refused.getMessage());
      return false;
    }
  }

  /** A source that is known already is not given a key with the declaration. */
  private Key register(JsonObject declared) {
    String source = declared.getString("name");
    String first = api.post("/api/v1/sources", adminToken, declared).getString("key");
    return first == null ? new Key(source, another(source), false) : new Key(source, first, true);
  }

  private String another(String source) {
    return api.post(path(source, "/keys"), adminToken, new JsonObject()).getString("key");
  }

  private static String path(String source, String of) {
    return "/api/v1/sources/" + source + of;
  }
}
