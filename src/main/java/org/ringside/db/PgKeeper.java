package org.ringside.db;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that starts PostgreSQL, reads its log, and starts it again when it ends unasked (its
 * disk full, or ended by somebody): the pool finds it behind the same socket. The thread lives as
 * long as the process does, because the death signal is bound to the thread that started it.
 */
final class PgKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(PgKeeper.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** So long it must have run for its end not to count as another failure to start. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  private final List<String> words;
  private final Path cluster;
  private final PgLog log;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean persistent;
  private @Nullable Process current; // guarded by this

  private PgKeeper(List<String> words, Path cluster, PgLog log) {
    this.words = words;
    this.cluster = cluster;
    this.log = log;
  }

  /** Starts the process; it is not started again before {@link #persist}. */
  static PgKeeper start(List<String> words, Path cluster, PgLog log) throws IOException {
    var keeper = new PgKeeper(words, cluster, log);
    var started = new CompletableFuture<Process>();
    Thread.ofPlatform().daemon().name("postgres-keeper").start(() -> keeper.run(started));
    try {
      started.join();
      return keeper;
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** From now on an end that nobody asked for is followed by a new start. */
  void persist() {
    persistent = true;
  }

  /** The process of this moment. */
  synchronized Process process() {
    if (current == null) {
      throw new IllegalStateException("not started");
    }
    return current;
  }

  /** Fast shutdown, and no further start. */
  void end() throws IOException {
    closing.countDown();
    Postmaster.end(process().toHandle());
  }

  private void run(CompletableFuture<Process> started) {
    Duration pause = FIRST_PAUSE;
    try {
      started.complete(spawn());
      for (long since = System.nanoTime(); endedUnasked(); since = System.nanoTime()) {
        pause = ranSteadily(since) ? FIRST_PAUSE : pause;
        if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        pause = longer(pause);
        tryAgain();
      }
    } catch (IOException | InterruptedException e) {
      started.completeExceptionally(e);
      LOG.error("PostgreSQL is no longer looked after", e);
    }
  }

  /** A machine short of memory or files may not even fork: the next round tries again. */
  private void tryAgain() {
    try {
      Postmaster.endLeftover(cluster);
      spawn();
    } catch (IOException e) {
      LOG.error("PostgreSQL could not be started again yet", e);
    }
  }

  private synchronized Process spawn() throws IOException {
    if (current != null && closing.getCount() == 0) {
      return current;
    }
    Process process = PgCommand.builder(words).start();
    current = process;
    return process;
  }

  private boolean endedUnasked() throws IOException, InterruptedException {
    Process process = process();
    log.keep(process.getInputStream());
    int status = process.waitFor();
    boolean unasked = persistent && closing.getCount() > 0;
    if (unasked) {
      LOG.error("PostgreSQL ended unasked with status {} and is started again", status);
    }
    return unasked;
  }

  private static boolean ranSteadily(long since) {
    return System.nanoTime() - since > STEADY.toNanos();
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
