package org.ringside.person;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringside.frame.CannotStart;

/**
 * The list of erasures outside the database, a line of JSON each: a backup that is older than an
 * erasure knows nothing of it. It names nobody. Safe from any thread; blocks.
 */
public final class ErasureFile {
  /** In the data folder. */
  public static final String NAME = "erasures.jsonl";

  private static final Set<OpenOption> WRITTEN =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  /** Mode 0600 from its first moment. */
  private static final FileAttribute<Set<PosixFilePermission>> ONLY_MINE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;

  public ErasureFile(Path file) {
    this.file = file;
  }

  /** Adds those that are not in it yet; they are on the disk when it returns. */
  public synchronized void add(List<Erasure> erasures) {
    var fresh = new LinkedHashSet<>(erasures);
    fresh.removeAll(read());
    if (fresh.isEmpty()) {
      return;
    }
    String lines =
        fresh.stream().map(one -> one.json().encode() + "\n").collect(Collectors.joining());
    try (var out = FileChannel.open(file, WRITTEN, ONLY_MINE)) {
      Files.setPosixFilePermissions(file, ONLY_MINE.value()); // one of an older release, too
      out.truncate(whole().getBytes(StandardCharsets.UTF_8).length);
      out.position(out.size());
      ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All that is in it; nothing where there is no file. A last line without an end was torn by a
   * crash, and is added again.
   *
   * @throws CannotStart where a line is not what it should be
   */
  public List<Erasure> read() {
    var found = new ArrayList<Erasure>();
    try {
      for (String line : whole().lines().toList()) {
        found.add(Erasure.read(new JsonObject(line)));
      }
      return found;
    } catch (IOException | RuntimeException e) {
      throw new CannotStart(
          "%s is no list of erasures: its line %d cannot be read."
              .formatted(file, found.size() + 1),
          e);
    }
  }

  private String whole() throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    String all = Files.readString(file);
    return all.substring(0, all.lastIndexOf('\n') + 1);
  }
}
