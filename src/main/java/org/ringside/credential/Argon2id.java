package org.ringside.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), version 19, and the PHC text in which its hashes are stored: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, in base64 without padding.
 *
 * @param memoryKib how much memory one hash fills, in KiB
 * @param passes how often it goes over it
 * @param lanes how many lanes the memory has; they run one after the other here
 */
record Argon2id(int memoryKib, int passes, int lanes) {
  /** The least that OWASP's Password Storage Cheat Sheet asks for with one lane. */
  static final Argon2id OURS = new Argon2id(19 * 1024, 2, 1);

  static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  /** What a stored text may cost at most: whoever can write one must not stop the server by it. */
  private static final int MAX_MEMORY_KIB = 64 * 1024;

  private static final int MAX_PASSES = 8;
  private static final int MAX_LANES = 4;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=([1-9])"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  Argon2id {
    if (memoryKib < 8 * lanes || memoryKib > MAX_MEMORY_KIB) {
      throw new IllegalArgumentException("memory of %d KiB".formatted(memoryKib));
    }
    if (passes < 1 || passes > MAX_PASSES || lanes < 1 || lanes > MAX_LANES) {
      throw new IllegalArgumentException("%d passes, %d lanes".formatted(passes, lanes));
    }
  }

  /** A stored hash, read: with what it was made, and what came out. */
  static final class Stored {
    private final Argon2id by;
    private final byte[] salt;
    private final byte[] tag;

    private Stored(Argon2id by, byte[] salt, byte[] tag) {
      this.by = by;
      this.salt = salt;
      this.tag = tag;
    }

    /** Empty for a text of another form or of parameters out of all bounds. */
    static Optional<Stored> read(String phc) {
      Matcher parts = PHC.matcher(phc);
      if (!parts.matches()) {
        return Optional.empty();
      }
      try {
        var by = new Argon2id(number(parts, 1), number(parts, 2), number(parts, 3));
        Base64.Decoder base64 = Base64.getDecoder();
        return Optional.of(
            new Stored(by, base64.decode(parts.group(4)), base64.decode(parts.group(5))));
      } catch (IllegalArgumentException outOfBounds) {
        return Optional.empty();
      }
    }

    private static int number(Matcher parts, int group) {
      return Integer.parseInt(parts.group(group));
    }

    /** Takes as long for a wrong text as for the right one. */
    boolean matches(String text) {
      return MessageDigest.isEqual(tag, by.tag(text, salt, tag.length));
    }

    /** Whether {@link Argon2id#OURS} would be made otherwise. */
    boolean isOutdated() {
      return !by.equals(OURS) || salt.length != SALT_BYTES || tag.length != TAG_BYTES;
    }
  }

  /** What costs as much to compare with as the hash of a password does. */
  Stored ofNoPassword(byte[] salt) {
    return new Stored(this, salt, new byte[TAG_BYTES]);
  }

  /** The PHC text of a hash. */
  String phc(String text, byte[] salt) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memoryKib,
            passes,
            lanes,
            base64.encodeToString(salt),
            base64.encodeToString(tag(text, salt, TAG_BYTES)));
  }

  private byte[] tag(String text, byte[] salt, int length) {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build();
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] tag = new byte[length];
    generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), tag);
    return tag;
  }
}
