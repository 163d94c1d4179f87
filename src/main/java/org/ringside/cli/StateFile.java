package org.ringside.cli;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import came, on disk: replaced as a whole after each answer, so that a stop at any
 * moment leaves the old note or the new one.
 *
 * @param job what is imported, and where to; a note of another job is not taken up
 */
record StateFile(Path path, JsonObject job) {

  /** In the user's state folder, under a name that this job always has. */
  static StateFile usual(Terminal terminal, JsonObject job) {
    String home = terminal.variable("HOME", System.getProperty("user.home", "."));
    Path folder = Path.of(terminal.variable("XDG_STATE_HOME", home + "/.local/state"));
    String name = UUID.nameUUIDFromBytes(job.encode().getBytes(StandardCharsets.UTF_8)) + ".json";
    return new StateFile(folder.resolve("ringside").resolve("import-" + name), job);
  }

  /** Where to go on; null where nothing is noted for this job. */
  @Nullable JsonObject read() throws IOException {
    if (!Files.exists(path)) {
      return null;
    }
    try {
      var note = new JsonObject(Files.readString(path));
      return job.equals(note.getJsonObject("job")) ? note.getJsonObject("checkpoint") : null;
    } catch (DecodeException | ClassCastException damaged) {
      return null;
    }
  }

  void write(JsonObject checkpoint) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh = path.resolveSibling(path.getFileName() + ".tmp");
    var note = new JsonObject().put("job", job).put("checkpoint", checkpoint);
    Files.writeString(fresh, note.encodePrettily());
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
