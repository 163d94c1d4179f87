package org.ringside.source.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Where a log went on after a place in it: in the same file, in the same file under another name
 * ({@code queue_log.1}), or in a copy of it before it was emptied, then in younger ones, and last
 * in the live file.
 */
final class Rotation {
  /** Ends of names that are no logs to read: compressed ones, and notes of our own. */
  private static final Set<String> NOT_LOGS = Set.of(".gz", ".xz", ".bz2", ".zst", ".json", ".tmp");

  /** A file and the byte from which to read it. */
  record Stretch(Path path, long from) {}

  /**
   * @param found false where no file holds the place any more, so that lines may be missing between
   *     it and the live file's start
   */
  record Course(List<Stretch> stretches, boolean found) {}

  private Rotation() {}

  static Course after(Path log, Position place) throws IOException {
    if (holds(log, place)) {
      return new Course(List.of(new Stretch(log, place.offset())), true);
    }
    List<Path> rotated = rotatedOf(log);
    for (int i = rotated.size() - 1; i >= 0; i--) {
      if (holds(rotated.get(i), place)) {
        return new Course(from(rotated.subList(i, rotated.size()), place.offset(), log), true);
      }
    }
    return new Course(List.of(new Stretch(log, 0)), false);
  }

  private static List<Stretch> from(List<Path> rotated, long offset, Path log) {
    var stretches = new ArrayList<Stretch>();
    stretches.add(new Stretch(rotated.getFirst(), offset));
    rotated.stream().skip(1).forEach(path -> stretches.add(new Stretch(path, 0)));
    stretches.add(new Stretch(log, 0));
    return stretches;
  }

  private static boolean holds(Path path, Position place) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (var file = LineFile.open(path, 0, StandardCharsets.ISO_8859_1)) {
      return file.holds(place);
    }
  }

  /** The log's rotated files, oldest first. */
  private static List<Path> rotatedOf(Path log) throws IOException {
    String name = log.getFileName().toString();
    try (var siblings = Files.list(folderOf(log))) {
      return siblings
          .filter(path -> isRotated(path.getFileName().toString(), name))
          .filter(path -> Files.isRegularFile(path) && path.toFile().length() > 0)
          .sorted(Comparator.comparing(Rotation::lastWritten))
          .toList();
    }
  }

  private static boolean isRotated(String candidate, String name) {
    return candidate.startsWith(name)
        && !candidate.equals(name)
        && NOT_LOGS.stream().noneMatch(candidate::endsWith);
  }

  private static Path folderOf(Path log) {
    Path parent = log.toAbsolutePath().getParent();
    return parent == null ? Path.of("/") : parent;
  }

  private static FileTime lastWritten(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
