package org.ringside.cli;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed in at which server, in a file that its owner alone can read. It is replaced as a
 * whole, so a reader finds the old one or the new one; who turns a sign-in over holds the lock
 * beside it meanwhile, because a refresh token that two commands show is taken for a stolen one.
 */
final class SignInFile {
  private static final FileAttribute<Set<PosixFilePermission>> ONLY_MINE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> MY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final long POLL_MS = 100;

  /** Longer than a server has for its answer. */
  private static final int POLLS = 1_500;

  private final Path path;
  private final Terminal.Pause pause;

  private SignInFile(Path path, Terminal.Pause pause) {
    this.path = path.toAbsolutePath();
    this.pause = pause;
  }

  /** Somebody who has signed in. */
  record Kept(String login, String refresh) {
    /** Without the refresh token. */
    @Override
    public String toString() {
      return login;
    }
  }

  static SignInFile of(Terminal terminal) {
    String home = terminal.variable("HOME", System.getProperty("user.home", "."));
    String folder = terminal.variable("XDG_CONFIG_HOME", home + "/.config");
    String usual = folder + "/ringside/sign-in";
    return new SignInFile(Path.of(terminal.variable("RINGSIDE_SIGN_IN", usual)), terminal.pause());
  }

  Path path() {
    return path;
  }

  /** Null where nobody has signed in at that server. */
  @Nullable Kept find(URI server) throws Failure {
    JsonObject kept = read().getJsonObject(server.toString());
    return kept == null ? null : new Kept(kept.getString("login"), kept.getString("refresh"));
  }

  /** Waits until no other command holds it. */
  Held hold() throws InterruptedException, Failure {
    try {
      Path folder = path.getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder, MY_FOLDER);
      }
      Path beside = path.resolveSibling(path.getFileName() + ".lock");
      return new Held(locked(FileChannel.open(beside, Set.of(CREATE, WRITE), ONLY_MINE)));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private FileChannel locked(FileChannel channel)
      throws IOException, InterruptedException, Failure {
    boolean mine = false;
    try {
      for (int i = 0; i < POLLS && !mine; i++) {
        mine = tryLock(channel);
        if (!mine) {
          pause.forMillis(POLL_MS);
        }
      }
    } finally {
      if (!mine) {
        channel.close();
      }
    }
    if (!mine) {
      throw new Failure(Exit.BAD_FILE, path + " has been held by another command for too long.");
    }
    return channel;
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }

  private JsonObject read() throws Failure {
    try {
      return new JsonObject(Files.readString(path));
    } catch (NoSuchFileException nobody) {
      return new JsonObject();
    } catch (DecodeException | ClassCastException damaged) {
      throw new Failure(Exit.BAD_FILE, path + " is damaged: remove it, and sign in again.");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void write(JsonObject all) throws Failure {
    try {
      if (all.isEmpty()) {
        Files.deleteIfExists(path);
        return;
      }
      Path fresh = path.resolveSibling(path.getFileName() + ".tmp");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ONLY_MINE);
      Files.writeString(fresh, all.encodePrettily());
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Failure failed(IOException e) {
    return new Failure(Exit.BAD_FILE, "The sign-in cannot be kept in " + path + ": " + e);
  }

  /** The file while no other command changes it. */
  final class Held implements AutoCloseable {
    private final FileChannel lock;

    private Held(FileChannel lock) {
      this.lock = lock;
    }

    @Nullable Kept find(URI server) throws Failure {
      return SignInFile.this.find(server);
    }

    void put(URI server, Kept kept) throws Failure {
      var json = new JsonObject().put("login", kept.login()).put("refresh", kept.refresh());
      write(read().put(server.toString(), json));
    }

    /** With the last one goes the file. */
    void remove(URI server) throws Failure {
      JsonObject all = read();
      all.remove(server.toString());
      write(all);
    }

    @Override
    public void close() throws Failure {
      try {
        lock.close();
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }
}
