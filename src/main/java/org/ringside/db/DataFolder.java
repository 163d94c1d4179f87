package org.ringside.db;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.CannotStart;

/**
 * The folder that holds everything a server must keep, readable by its user alone, and held by one
 * server at a time. The lock is the operating system's: it goes with the process, however that
 * ends.
 *
 * <pre>
 * ringside.lock          who holds the folder: pid and since when
 * postgres-18.6/         the embedded binaries, unpacked once
 * database/              the embedded cluster
 * postgres.log(.1)       its log
 * postgres.socket        the folder of its socket, for tools that come later
 * secrets/               passwords of the three roles, 0600
 * </pre>
 */
public final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel channel;

  private DataFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Makes the folder where there is none and takes it for this process.
   *
   * @throws CannotStart where another server holds it, or it cannot be written
   */
  public static DataFolder open(Path folder) {
    try {
      Path root = PrivateFiles.folder(folder.toAbsolutePath().normalize()).toRealPath();
      return new DataFolder(root, locked(root.resolve("ringside.lock")));
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder %s cannot be used (%s): make it writable for this user, or set RINGSIDE_DATA."
              .formatted(folder, reason(e)),
          e);
    }
  }

  /** Without the names of Java's classes. */
  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> denied.getFile() + ": no permission";
      case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
      case NotDirectoryException file -> file.getFile() + " is not a folder";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** Whether a server has the folder now; one that is not there, nobody has. */
  public static boolean isHeld(Path folder) {
    Path lock = folder.resolve("ringside.lock");
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, READ, WRITE)) {
      return lockOn(channel) == null;
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder %s cannot be read: %s".formatted(folder, reason(e)), e);
    }
  }

  /** Whether there is an embedded database in the folder. */
  public static boolean hasDatabase(Path folder) {
    return Files.isDirectory(folder.resolve("database"));
  }

  /** The folder itself, absolute and without symbolic links. */
  public Path root() {
    return root;
  }

  Path database() {
    return root.resolve("database");
  }

  Path secret(String name) throws IOException {
    return PrivateFiles.folder(root.resolve("secrets")).resolve(name);
  }

  Path postgresLog() {
    return root.resolve("postgres.log");
  }

  Path socketNote() {
    return root.resolve("postgres.socket");
  }

  /** Lets the next server have the folder. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
    if (lockOn(channel) == null) {
      String owner = ownerIn(channel);
      channel.close();
      throw new CannotStart(
          "The data folder %s belongs to a server that is running (%s): stop that one first, or give this one its own RINGSIDE_DATA."
              .formatted(file.getParent(), owner));
    }
    sign(channel);
    return channel;
  }

  private static @Nullable FileLock lockOn(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static void sign(FileChannel channel) throws IOException {
    String owner = "process %d since %s".formatted(ProcessHandle.current().pid(), started());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static Instant started() {
    Optional<Instant> started = ProcessHandle.current().info().startInstant();
    return started.orElse(Instant.EPOCH);
  }

  private static String ownerIn(FileChannel channel) throws IOException {
    var text = ByteBuffer.allocate(200);
    channel.read(text, 0);
    String owner = StandardCharsets.UTF_8.decode(text.flip()).toString();
    return owner.isBlank() ? "process unknown" : owner;
  }
}
