package org.ringside.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, none of which is longer than it may be; for one thread. */
final class Lines {
  private final InputStream in;
  private final int longest;
  private final byte[] read = new byte[1 << 16];
  private byte[] line = new byte[1 << 12];
  private int from;
  private int to;
  private int length;

  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * The next line with its end, null where there is none.
   *
   * @throws IOException also where the last one has no end, or one is too long
   */
  byte @Nullable [] next() throws IOException {
    length = 0;
    while (true) {
      if (from == to && !fill()) {
        if (length > 0) {
          throw new IOException("the last line is cut off");
        }
        return null;
      }
      int end = indexOfEnd();
      int taken = end < 0 ? to : end + 1;
      append(taken);
      if (end >= 0) {
        return Arrays.copyOf(line, length);
      }
    }
  }

  static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(read));
    return to > 0;
  }

  private int indexOfEnd() {
    for (int i = from; i < to; i++) {
      if (read[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void append(int taken) throws IOException {
    int more = taken - from;
    if (length + more > longest) {
      throw new IOException("a line is longer than " + longest + " bytes");
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }
    System.arraycopy(read, from, line, length, more);
    length += more;
    from = taken;
  }
}
