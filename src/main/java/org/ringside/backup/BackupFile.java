package org.ringside.backup;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.ringside.frame.CannotStart;

/**
 * A file that is there whole or not at all: written beside its place as {@code FILE.part}, readable
 * by its user alone, and given its name when the disk has it. One that is not finished is removed.
 */
final class BackupFile implements AutoCloseable {
  private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> ONLY_MINE =
      PosixFilePermissions.asFileAttribute(MINE);

  private final Path file;
  private final Path part;
  private final boolean force;
  private final FileChannel channel;
  private boolean finished;

  private BackupFile(Path file, Path part, boolean force, FileChannel channel) {
    this.file = file;
    this.part = part;
    this.force = force;
    this.channel = channel;
  }

  /**
   * @param force whether a file that is there may be replaced
   * @throws CannotStart where nothing may be or can be written there
   */
  static BackupFile create(Path file, boolean force) {
    Path whole = file.toAbsolutePath().normalize();
    refuseTaken(whole, force);
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      FileChannel channel = FileChannel.open(part, Set.of(CREATE, WRITE), ONLY_MINE);
      lock(channel, part);
      Files.setPosixFilePermissions(part, MINE); // one that an earlier run left
      channel.truncate(0);
      return new BackupFile(whole, part, force, channel);
    } catch (IOException e) {
      throw new CannotStart("%s cannot be written: %s".formatted(part, reason(e)), e);
    }
  }

  /** Buffered; closing it closes the file. */
  OutputStream out() {
    return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  /** Makes what was written last and gives it its name. */
  void finish() throws IOException {
    channel.force(true);
    refuseTaken(file, force);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    finished = true;
    try (FileChannel folder = FileChannel.open(file.resolveSibling("."), READ)) {
      folder.force(true);
    }
  }

  /** What the file cannot be written for, for a sentence that names it. */
  static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException absent -> "the folder is not there";
      case java.nio.file.AccessDeniedException denied -> "no permission";
      default -> String.valueOf(e.getMessage());
    };
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      Files.deleteIfExists(part);
    }
    channel.close();
  }

  private static void refuseTaken(Path file, boolean force) {
    if (Files.isDirectory(file)) {
      throw new CannotStart(file + " is a folder: name a file in it.");
    }
    if (!force && Files.exists(file)) {
      throw new CannotStart(file + " is there already: give another name, or --force.");
    }
  }

  /** Two at once would each give the other's half its name. */
  private static void lock(FileChannel channel, Path part) throws IOException {
    boolean mine;
    try {
      mine = channel.tryLock() != null && Files.exists(part);
    } catch (OverlappingFileLockException heldByThisProcess) {
      mine = false;
    }
    if (!mine) {
      channel.close();
      throw new CannotStart("Another backup is being written to " + part + ".");
    }
  }
}
