package org.ringside.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A Java machine of its own that runs the embedded server, to be killed by a test. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private ServerProcess(Process process) {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Runs until its input ends. */
  public static void main(String[] args) throws IOException {
    DataFolder data = DataFolder.open(Path.of(args[0]));
    PgServer server =
        PgServer.start(
            data, new PgBinaries(Path.of(args[1]), PgBinaries.majorOf(args[2])), List.of());
    System.out.println(server.pid());
    System.out.flush();
    int end = System.in.read();
    server.close();
    data.close();
    System.exit(end < 0 ? 0 : 1);
  }

  /** Starts one; {@code path} is the search path on which it looks for its helpers. */
  static ServerProcess start(Path data, PgBinaries binaries, String path) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            ServerProcess.class.getName(),
            data.toString(),
            binaries.bin().toString(),
            Integer.toString(binaries.major()));
    builder.environment().put("PATH", path);
    return new ServerProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Waits for the server to be ready. */
  ProcessHandle postgres() throws IOException {
    String pid = said.readLine();
    return ProcessHandle.of(Long.parseLong(String.valueOf(pid))).orElseThrow();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
