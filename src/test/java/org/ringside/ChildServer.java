package org.ringside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server in a process of its own with a data folder of its own, as an operator runs it, so that
 * it can be killed. Only processes that were started here are ever ended, and none outlives this
 * one.
 */
public final class ChildServer implements AutoCloseable {
  public static final String TOKEN = "child-bootstrap-token-0123456789";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final List<String> program;
  private final int port = freePort();
  private final int managementPort = freePort();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Process process;
  private int unaskedRestarts;

  private ChildServer(Path folder, List<String> program) {
    this.folder = folder;
    this.program = program;
    this.process = spawn("serve");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy()));
  }

  /** Starts one from this class path; {@link #awaitReady} says when it can be used. */
  public static ChildServer start(Path folder, String... javaOptions) {
    var program = new ArrayList<String>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.add("--enable-native-access=ALL-UNNAMED");
    program.addAll(List.of(javaOptions));
    program.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.ringside.Main"));
    return new ChildServer(folder, program);
  }

  /** Starts what was built last, by {@code ./ringside} of the working directory. */
  public static ChildServer built(Path folder) {
    return new ChildServer(folder, List.of("./ringside"));
  }

  /** A new folder; {@link #close} removes it. */
  public static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("ringside-child-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public Path data() {
    return folder.resolve("data");
  }

  public long pid() {
    return process.pid();
  }

  /** The process that all others of the embedded PostgreSQL belong to. */
  public long postmasterPid() {
    try {
      Path file = data().resolve("database").resolve("postmaster.pid");
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** kill -9 of the server; its PostgreSQL is told by the system. */
  public void kill() {
    end(process.toHandle());
  }

  /** kill -9 of PostgreSQL's first process. */
  public void killPostmaster() {
    ProcessHandle.of(postmasterPid()).ifPresent(ChildServer::end);
  }

  /** Starts it again on the same data and the same port. */
  public void restart() {
    process = spawn("serve");
  }

  /** Stops it as an operator would. */
  public void stop() {
    process.destroy();
    await(process);
  }

  /**
   * Waits until it takes facts. A server that ended by itself is started again, as whoever
   * supervises it would, and that is counted.
   *
   * @return how long that took
   */
  public Duration awaitReady() {
    long since = System.nanoTime();
    while (!ready()) {
      if (System.nanoTime() - since > PATIENCE.toNanos()) {
        throw new AssertionError("the server is not ready after a start:\n" + log());
      }
      if (!process.isAlive()) {
        unaskedRestarts++;
        restart();
      }
      LockSupport.parkNanos(20_000_000);
    }
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /**
   * How often it ended by itself. A kill of PostgreSQL is no reason to: the server starts that
   * again and goes on.
   */
  public int unaskedRestarts() {
    return unaskedRestarts;
  }

  private boolean ready() {
    try {
      return send(managed("/ready")).statusCode() == 200
          && send(request("/api/v1/contests").GET()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpRequest.Builder managed(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
        .timeout(Duration.ofSeconds(5));
  }

  /** A request with the administrator's token. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base().resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + TOKEN);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Posts or puts what must be taken. */
  public String must(String method, String path, String mediaType, String body) {
    try {
      HttpResponse<String> answer =
          send(
              request(path)
                  .header("Content-Type", mediaType)
                  .method(method, HttpRequest.BodyPublishers.ofString(body)));
      if (answer.statusCode() >= 300) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code ringside check} as a process of its own. */
  public int check() {
    Process check = spawn("check");
    await(check);
    return check.exitValue();
  }

  /** Another command line that speaks with this server, in a process of its own. */
  public Process command(Path said, String... words) {
    return spawn(said, words);
  }

  /** All that the server and its checks have said. */
  public String log() {
    try {
      return Files.readString(logFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path logFile() {
    return folder.resolve("log");
  }

  private Process spawn(String command) {
    return spawn(logFile(), command);
  }

  private Process spawn(Path said, String... command) {
    var words = new ArrayList<>(program);
    words.addAll(List.of(command));
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("RINGSIDE_DATA", data().toString());
    builder.environment().put("RINGSIDE_PORT", Integer.toString(port));
    builder.environment().put("RINGSIDE_MANAGEMENT_PORT", Integer.toString(managementPort));
    builder.environment().put("RINGSIDE_BOOTSTRAP_TOKEN", TOKEN);
    builder.environment().put("RINGSIDE_URL", base().toString());
    builder.environment().put("RINGSIDE_TOKEN", TOKEN);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static void await(Process process) {
    try {
      if (process.waitFor(120, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    endAll(process);
    throw new AssertionError("a process of the test did not end by itself");
  }

  /** With the PostgreSQL that it started. */
  private static void endAll(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    end(process.toHandle());
    started.forEach(ChildServer::end);
  }

  /**
   * Below the range from which the system lends ports to clients: it stays free until the start.
   */
  private static int freePort() {
    return new Random()
        .ints(15_000, 32_000)
        .limit(100)
        .filter(ChildServer::isFree)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no free port from 15000 to 32000"));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Stops it and removes its data. */
  @Override
  public void close() {
    try (client) {
      stop();
    } finally {
      removeFolder();
    }
  }

  private void removeFolder() {
    try (var tree = Files.walk(folder)) {
      tree.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
