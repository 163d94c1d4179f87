package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.source.asterisk.LineFile;
import org.ringside.source.asterisk.Position;

/**
 * Files of a queue_log that are read to their ends, oldest first, as one log. A last line without
 * an end is taken only where nothing of it that counts can have been cut off.
 */
final class QueueLogFeed implements FactFeed {
  private final List<Path> files;
  private final Charset charset;
  private final QueueLines lines;
  private int at;
  private LineFile current;
  private long lineNumber;
  private final long wholeSize;
  private long sizeBefore;
  private boolean ended;

  private QueueLogFeed(
      List<Path> files,
      Charset charset,
      QueueLines lines,
      int at,
      LineFile current,
      long lineNumber)
      throws IOException {
    this.files = files;
    this.charset = charset;
    this.lines = lines;
    this.at = at;
    this.current = current;
    this.lineNumber = lineNumber;
    this.sizeBefore = sizeOf(files.subList(0, at));
    this.wholeSize = sizeOf(files);
  }

  static QueueLogFeed fromStart(List<Path> files, Charset charset, QueueLines lines)
      throws IOException {
    return new QueueLogFeed(
        files, charset, lines, 0, LineFile.open(files.getFirst(), 0, charset), 0);
  }

  /**
   * Goes on at a checkpoint; null where the file there is no longer what it was.
   *
   * @param lines with a reader that carries what the checkpoint says
   */
  static @Nullable QueueLogFeed from(
      JsonObject checkpoint, List<Path> files, Charset charset, QueueLines lines)
      throws IOException {
    int at = checkpoint.getInteger("file");
    Position place = Position.of(checkpoint.getJsonObject("position"));
    LineFile file = LineFile.open(files.get(at), place.offset(), charset);
    if (!file.holds(place)) {
      file.close();
      return null;
    }
    return new QueueLogFeed(files, charset, lines, at, file, checkpoint.getLong("line"));
  }

  @Override
  public @Nullable Batch next() throws IOException {
    if (ended) {
      return null;
    }
    while (!lines.isFull()) {
      String line = current.next();
      if (line != null) {
        read(line);
      } else if (!nextFile()) {
        ended = true;
        break;
      }
    }
    return new Batch(lines.take(), checkpoint());
  }

  @Override
  public double share() {
    return wholeSize == 0 ? 1 : (double) (sizeBefore + current.position().offset()) / wholeSize;
  }

  @Override
  public void close() throws IOException {
    current.close();
  }

  private void read(String line) {
    lineNumber++;
    lines.read(line, where());
  }

  private String where() {
    String name = files.size() == 1 ? "" : files.get(at).getFileName() + " ";
    return name + "line " + lineNumber;
  }

  private boolean nextFile() throws IOException {
    readRest();
    if (at + 1 == files.size()) {
      return false;
    }
    sizeBefore += current.size();
    current.close();
    at++;
    lineNumber = 0;
    current = LineFile.open(files.get(at), 0, charset);
    return true;
  }

  private void readRest() {
    String rest = current.rest();
    if (!rest.isEmpty()) {
      lineNumber++;
      lines.readUnended(rest, where());
    }
  }

  private JsonObject checkpoint() {
    return new JsonObject()
        .put("file", at)
        .put("line", lineNumber)
        .put("position", current.position().json())
        .put("reader", lines.reader().carry());
  }

  private static long sizeOf(List<Path> files) throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return size;
  }
}
