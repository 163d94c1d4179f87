package org.ringside.source.asterisk;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whole lines of a file that may still grow. What stands after the last line end is kept back until
 * its end is written.
 */
public final class LineFile implements Closeable {
  private static final int CHUNK = 1 << 16;
  private static final int ANCHOR = 64;
  private static final byte[] EMPTY = {};

  /** No line of a queue_log comes near it; a longer one is read over, not kept. */
  private static final int LONGEST = 1 << 16;

  private final FileChannel channel;
  private final Charset charset;
  private final String key;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).flip();
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private long begunBytes;
  private long offset;
  private byte[] anchor;

  private LineFile(FileChannel channel, String key, long offset, byte[] anchor, Charset charset) {
    this.channel = channel;
    this.key = key;
    this.offset = offset;
    this.anchor = anchor;
    this.charset = charset;
  }

  /** Opens at a place where a line begins. */
  public static LineFile open(Path path, long offset, Charset charset) throws IOException {
    var channel = FileChannel.open(path);
    byte[] anchor = before(channel, offset, (int) Math.min(ANCHOR, offset));
    return new LineFile(channel, keyOf(path), offset, anchor, charset);
  }

  /** Device and inode; empty where the file system has none. */
  static String keyOf(Path path) throws IOException {
    Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    return Objects.toString(key, "");
  }

  /** The next whole line without its end; null where none is written yet. */
  public @Nullable String next() throws IOException {
    while (true) {
      while (chunk.hasRemaining()) {
        byte one = chunk.get();
        if (one == '\n') {
          return endLine();
        }
        begin(one);
      }
      if (!fill()) {
        return null;
      }
    }
  }

  /** What was written after the last line end. */
  public String rest() {
    return begun.toString(charset);
  }

  public long size() throws IOException {
    return channel.size();
  }

  /** The place after the last line given. */
  public Position position() {
    return new Position(key, offset, Base64.getEncoder().encodeToString(anchor));
  }

  /** Whether this file holds what was before that place when it was noted. */
  public boolean holds(Position place) throws IOException {
    byte[] expected = Base64.getDecoder().decode(place.anchor());
    return channel.size() >= place.offset()
        && Arrays.equals(expected, before(channel, place.offset(), expected.length))
        && (place.offset() > 0 || place.key().equals(key));
  }

  String key() {
    return key;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void begin(byte one) {
    begunBytes++;
    if (begunBytes <= LONGEST) {
      begun.write(one);
    }
  }

  private String endLine() {
    String line =
        begunBytes <= LONGEST
            ? withoutReturn(begun.toString(charset))
            : "a line of " + begunBytes + " bytes";
    begin((byte) '\n');
    offset += begunBytes;
    anchor = endOf(begun.toByteArray());
    begun.reset();
    begunBytes = 0;
    return line;
  }

  private boolean fill() throws IOException {
    chunk.clear();
    int read = channel.read(chunk, offset + begunBytes);
    chunk.flip();
    return read > 0;
  }

  /** The end of a line; of one that was read over nothing, which any file would hold. */
  private byte[] endOf(byte[] line) {
    boolean whole = line.length == begunBytes;
    return whole ? Arrays.copyOfRange(line, Math.max(0, line.length - ANCHOR), line.length) : EMPTY;
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static byte[] before(FileChannel channel, long place, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, place - length + bytes.position());
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
