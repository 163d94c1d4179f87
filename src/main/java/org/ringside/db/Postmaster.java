package org.ringside.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ringside.frame.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main process of a PostgreSQL, as {@code postmaster.pid} of its cluster tells of it. */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  /** What a fast shutdown may take: it writes a checkpoint. */
  private static final int FAST_SECONDS = 60;

  /** What an immediate one may take: it writes nothing, the next start recovers. */
  private static final int IMMEDIATE_SECONDS = 10;

  // Lines of postmaster.pid, from 0.
  private static final int PID = 0;
  private static final int SOCKET_FOLDER = 4;
  private static final int STATUS = 7;

  private Postmaster() {}

  /**
   * Ends one that a killed server left behind in this cluster. A process is only ever signalled
   * when its command line shows a {@code postgres} with exactly this folder; any other process of
   * that number is a stranger, and the file that names it is stale.
   */
  static void endLeftover(Path cluster) throws IOException {
    Optional<ProcessHandle> named = lineOf(cluster, PID).flatMap(Postmaster::process);
    if (named.isEmpty()) {
      return; // PostgreSQL itself tells a dead one's file, and looks for its children as well
    }
    if (serves(named.get().pid(), cluster)) {
      LOG.info("Ending the PostgreSQL {} that an earlier server left behind", named.get().pid());
      end(named.get());
    } else {
      LOG.info(
          "Process {} is no PostgreSQL of this folder: removing its stale file", named.get().pid());
      Files.deleteIfExists(pidFile(cluster));
    }
  }

  /**
   * Whether this very start takes connections. The number alone would not tell: in a container a
   * server often gets the number of the one before, whose file may still say "ready".
   */
  static boolean isReady(Path cluster, Path socket, long pid) throws IOException {
    return says(cluster, PID, Long.toString(pid))
        && says(cluster, SOCKET_FOLDER, socket.toString())
        && says(cluster, STATUS, "ready");
  }

  /** Fast shutdown; immediate, then hard, where it does not end in time. Waits for the end. */
  static void end(ProcessHandle postmaster) throws IOException {
    signal("INT", postmaster);
    if (ended(postmaster, FAST_SECONDS)) {
      return;
    }
    LOG.warn(
        "PostgreSQL {} has not ended in {} s: immediate shutdown", postmaster.pid(), FAST_SECONDS);
    signal("QUIT", postmaster);
    if (!ended(postmaster, IMMEDIATE_SECONDS)) {
      throw new CannotStart(
          "PostgreSQL (process %d) does not end: look at what holds it, end it by hand, and start again."
              .formatted(postmaster.pid()));
    }
  }

  private static boolean serves(long pid, Path cluster) throws IOException {
    List<String> words = commandLine(pid);
    int folder = words.indexOf("-D") + 1;
    return folder > 0
        && folder < words.size()
        && words.get(folder).equals(cluster.toString())
        && Path.of(words.getFirst()).endsWith("postgres");
  }

  private static List<String> commandLine(long pid) throws IOException {
    try {
      byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return List.of(new String(words, StandardCharsets.UTF_8).split("\0"));
    } catch (NoSuchFileException endedMeanwhile) {
      return List.of();
    }
  }

  private static void signal(String name, ProcessHandle process) throws IOException {
    // A shell's own kill: small images have no /bin/kill, and Java's destroy() sends SIGTERM,
    // for which PostgreSQL waits until its last client has gone.
    PgCommand.runSilently("sh", "-c", "kill -%s %d".formatted(name, process.pid()));
  }

  private static boolean ended(ProcessHandle process, int seconds) throws IOException {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL was ending", e);
    }
  }

  private static Optional<ProcessHandle> process(String pid) {
    return pid.matches("[1-9][0-9]{0,9}")
        ? ProcessHandle.of(Long.parseLong(pid))
        : Optional.empty();
  }

  private static boolean says(Path cluster, int line, String text) throws IOException {
    return lineOf(cluster, line).filter(text::equals).isPresent();
  }

  private static Optional<String> lineOf(Path cluster, int index) throws IOException {
    try {
      List<String> lines = Files.readAllLines(pidFile(cluster));
      return index < lines.size() ? Optional.of(lines.get(index).strip()) : Optional.empty();
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  private static Path pidFile(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
