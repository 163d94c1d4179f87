package org.ringside.credential;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.ringside.frame.CannotStart;

/** The 256 bits that secrets in the database are sealed with, which are not in the database. */
public final class SealingKey {
  public static final String FILE = "sealing-key";

  /** Of the key's hash: enough to tell keys apart, and nothing to learn the key by. */
  static final int ID_BYTES = 4;

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;
  private final byte[] id;

  SealingKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key of %d bytes".formatted(bytes.length));
    }
    this.key = new SecretKeySpec(bytes, "AES");
    this.id = Arrays.copyOf(sha256(bytes), ID_BYTES);
  }

  /**
   * The key of this server; made at the first start.
   *
   * @param given by the environment, base64; then no file is read or written
   * @param data folder that holds, or will hold, the file; readable by its owner alone
   * @throws CannotStart where the file holds no key or cannot be used
   */
  public static SealingKey of(Optional<String> given, Path data) {
    return existing(given, data).orElseGet(() -> new SealingKey(fresh(data.resolve(FILE))));
  }

  /**
   * The key that is here already; none is made.
   *
   * @param given by the environment, base64; then no file is read
   * @throws CannotStart where the file holds no key or cannot be used
   */
  public static Optional<SealingKey> existing(Optional<String> given, Path data) {
    return given.flatMap(SealingKey::read).or(() -> kept(data.resolve(FILE))).map(SealingKey::new);
  }

  /** The bytes of a key in base64; empty for anything else. */
  static Optional<byte[]> read(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.strip());
      return bytes.length == BYTES ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> kept(Path file) {
    try {
      return Optional.of(stored(file));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CannotStart("The file %s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static byte[] stored(Path file) throws IOException {
    return read(Files.readString(file, StandardCharsets.ISO_8859_1))
        .orElseThrow(
            () ->
                new CannotStart(
                    "The file %s holds no key of 32 bytes in base64: put back the one that was there, because nothing else opens what it sealed."
                        .formatted(file)));
  }

  private static byte[] fresh(Path file) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      write(file, Base64.getEncoder().encodeToString(bytes) + "\n");
      return bytes;
    } catch (IOException e) {
      throw new CannotStart("The file %s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Whole or not at all, and on the disk before anything is sealed with it. */
  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path whole = Files.createTempFile(folder, FILE, ".tmp"); // mode 0600 from its first moment
    try (var channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    try (var channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  SecretKey key() {
    return key;
  }

  /** A copy of the first bytes of the key's SHA-256. */
  byte[] id() {
    return id.clone();
  }

  /** Whether it is the one of that id, as {@link Sealing#keyOf} spells it. */
  boolean is(String spelledId) {
    return HexFormat.of().formatHex(id).equals(spelledId);
  }

  /** By its id alone. */
  @Override
  public String toString() {
    return "sealing key " + HexFormat.of().formatHex(id);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
