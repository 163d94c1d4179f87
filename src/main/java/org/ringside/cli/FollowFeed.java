package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.ringside.source.asterisk.LogTail;

/** A live queue_log, for ever: waits for lines at its end, and gives what there is at once. */
final class FollowFeed implements FactFeed {
  private static final long POLL_MS = 1_000;

  private final LogTail tail;
  private final QueueLines lines;
  private final Terminal terminal;

  FollowFeed(LogTail tail, QueueLines lines, Terminal terminal) {
    this.tail = tail;
    this.lines = lines;
    this.terminal = terminal;
  }

  @Override
  public Batch next() throws IOException, InterruptedException {
    while (!readWhatIsThere()) {
      terminal.pause().forMillis(POLL_MS);
    }
    return new Batch(lines.take(), checkpoint());
  }

  @Override
  public double share() {
    return -1;
  }

  @Override
  public void close() throws IOException {
    tail.close();
  }

  private boolean readWhatIsThere() throws IOException {
    boolean any = false;
    while (!lines.isFull()) {
      String line = tail.next();
      if (line == null) {
        return any;
      }
      lines.read(line, "line that ends at byte " + tail.position().offset());
      any = true;
    }
    return true;
  }

  private JsonObject checkpoint() {
    return new JsonObject()
        .put("position", tail.position().json())
        .put("reader", lines.reader().carry());
  }
}
