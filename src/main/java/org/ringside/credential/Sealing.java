package org.ringside.credential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets that must be stored so that they can be read again (AES-256-GCM). What is sealed
 * for one place opens at no other: whoever can write to the database cannot give one account the
 * secret of another.
 *
 * <pre>
 * 1 byte    form, always 1
 * 4 bytes   id of the key
 * 12 bytes  nonce, random: good for four thousand million sealings
 * n bytes   the secret, encrypted
 * 16 bytes  tag over all of it and the place
 * </pre>
 */
public final class Sealing {
  private static final byte FORM = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int HEAD_BYTES = 1 + SealingKey.ID_BYTES + NONCE_BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SealingKey key;

  public Sealing(SealingKey key) {
    this.key = key;
  }

  /**
   * Where a sealed secret is stored.
   *
   * @param purpose what it is for: table and column, such as {@code account.totp}
   * @param row its primary key as text, such as {@code 1/42}
   */
  public record Place(String purpose, String row) {
    /** The length keeps {@code ab} and {@code c} apart from {@code a} and {@code bc}. */
    private byte[] bytes() {
      byte[] first = purpose.getBytes(StandardCharsets.UTF_8);
      byte[] second = row.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(Integer.BYTES + first.length + second.length)
          .putInt(first.length)
          .put(first)
          .put(second)
          .array();
    }
  }

  /** Never the same twice, also for the same secret. */
  public byte[] seal(Place place, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] head = ByteBuffer.allocate(HEAD_BYTES).put(FORM).put(key.id()).put(nonce).array();
    try {
      byte[] body = cipher(Cipher.ENCRYPT_MODE, head, place).doFinal(secret);
      return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * The secret that was sealed for this place.
   *
   * @throws CannotOpen where another key sealed it, or it was changed, or it is another place's
   */
  public byte[] open(Place place, byte[] sealed) {
    if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] != FORM) {
      throw new CannotOpen("What stands at %s is not a sealed secret.".formatted(place.purpose()));
    }
    byte[] head = Arrays.copyOf(sealed, HEAD_BYTES);
    refuseOtherKey(place, keyOf(head));
    try {
      return cipher(Cipher.DECRYPT_MODE, head, place)
          .doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
    } catch (AEADBadTagException e) {
      throw new CannotOpen(
          "A secret at %s was changed after it was sealed, or belongs to another row."
              .formatted(place.purpose()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** The id of the key that sealed it, spelled for people. */
  static String keyOf(byte[] sealed) {
    byte[] head = Arrays.copyOf(sealed, 1 + SealingKey.ID_BYTES);
    return HexFormat.of().formatHex(head, 1, head.length);
  }

  private void refuseOtherKey(Place place, String id) {
    if (!key.is(id)) {
      throw new CannotOpen(
          "A secret at %s was sealed with key %s, and this server has %s: put back the file %s of the data folder, or set RINGSIDE_SEALING_KEY to what it held."
              .formatted(place.purpose(), id, key, SealingKey.FILE));
    }
  }

  /** The head with form and key, and the place, are under the tag as well. */
  private Cipher cipher(int mode, byte[] head, Place place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    int nonceAt = HEAD_BYTES - NONCE_BYTES;
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BYTES * 8, head, nonceAt, NONCE_BYTES));
    cipher.updateAAD(head);
    cipher.updateAAD(place.bytes());
    return cipher;
  }
}
