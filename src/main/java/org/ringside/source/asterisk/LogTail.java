package org.ringside.source.asterisk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.source.asterisk.Rotation.Course;
import org.ringside.source.asterisk.Rotation.Stretch;

/**
 * The lines of a live log through rotation, by renaming or by copying and emptying, and through
 * restarts of ours. Gives whole lines only; a half line at the end of a file that was rotated away
 * is left out and counted.
 *
 * <p>A renamed file is read until its successor has something: between the renaming and its reload
 * Asterisk writes on into the old one. Not for several threads.
 */
public final class LogTail implements Closeable {
  private final Path log;
  private final Charset charset;
  private final boolean found;
  private final Deque<Stretch> ahead = new ArrayDeque<>();
  private LineFile current;
  private boolean atRest;
  private long halfLines;

  private LogTail(Path log, Charset charset, Course course) throws IOException {
    this.log = log;
    this.charset = charset;
    this.found = course.found();
    ahead.addAll(course.stretches());
    current = open(ahead.removeFirst());
  }

  /** From the beginning of the live file. */
  public static LogTail fromStart(Path log, Charset charset) throws IOException {
    return new LogTail(log, charset, new Course(List.of(new Stretch(log, 0)), true));
  }

  /** From a place that an earlier run noted. */
  public static LogTail from(Path log, Charset charset, Position place) throws IOException {
    return new LogTail(log, charset, Rotation.after(log, place));
  }

  /** Whether the place asked for was found; if not, lines before the live file may be missing. */
  public boolean found() {
    return found;
  }

  /** Half lines left out so far. */
  public long halfLines() {
    return halfLines;
  }

  /** The place after the last line given. */
  public Position position() {
    return current.position();
  }

  /** The next whole line; null where none is written yet. */
  public @Nullable String next() throws IOException {
    if (atRest && !current.holds(current.position())) {
      followTheCut();
    }
    String line = current.next();
    while (line == null && hasSuccessor()) {
      line = current.next();
      if (line == null) {
        halfLines += current.rest().isEmpty() ? 0 : 1;
        moveOn();
        line = current.next();
      }
    }
    atRest = line == null;
    return line;
  }

  @Override
  public void close() throws IOException {
    current.close();
  }

  /** The file was emptied under us: what we had not read of it is in its copy, if there is one. */
  private void followTheCut() throws IOException {
    ahead.clear();
    ahead.addAll(Rotation.after(log, current.position()).stretches());
    moveOn();
  }

  /** Whether reading goes on in another file; asked before the last look into this one. */
  private boolean hasSuccessor() throws IOException {
    if (ahead.isEmpty() && Files.exists(log) && !LineFile.keyOf(log).equals(current.key())) {
      ahead.add(new Stretch(log, 0));
    }
    Stretch next = ahead.peekFirst();
    return next != null && Files.exists(next.path()) && Files.size(next.path()) > 0;
  }

  private void moveOn() throws IOException {
    current.close();
    current = open(ahead.removeFirst());
  }

  private LineFile open(Stretch stretch) throws IOException {
    return LineFile.open(stretch.path(), stretch.from(), charset);
  }
}
