package org.ringside;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;

/**
 * Says which build this is, so that pages that were open before an upgrade load themselves anew.
 */
final class BuildRoutes {
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

  /** The build names itself by its sources; the pages carry the same name and compare. */
  private static String webHash() {
    try (InputStream build = BuildRoutes.class.getResourceAsStream("/webroot/build.json")) {
      return build == null
          ? "none"
          : new JsonObject(Buffer.buffer(build.readAllBytes())).getString("web");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
