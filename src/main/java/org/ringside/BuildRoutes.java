package org.ringside;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;

/**
 * Says which build this is, so that pages that were open before an upgrade load themselves anew.
 */
final class BuildRoutes {
  private static final int SHOWN = 12;
  private final JsonObject build;

  BuildRoutes() {
    String version = BuildRoutes.class.getPackage().getImplementationVersion();
    build =
        new JsonObject()
            .put("version", Objects.requireNonNullElse(version, "development"))
            .put("web", webHash());
  }

  List<Endpoint> endpoints() {
    return List.of(Endpoint.get("/api/v1/build", Permission.PUBLIC, call -> call.json(200, build)));
  }

  /** The page names its assets by their content, so its own hash changes with any of them. */
  private static String webHash() {
    try (InputStream page = BuildRoutes.class.getResourceAsStream("/webroot/wall.html")) {
      if (page == null) {
        return "none";
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(page.readAllBytes());
      return HexFormat.of().formatHex(hash).substring(0, SHOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
