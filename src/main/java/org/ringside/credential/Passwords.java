package org.ringside.credential;

import io.vertx.core.Future;
import java.security.SecureRandom;

/**
 * Hashes passwords, and checks them against what was stored. Passwords are composed (NFC) first, so
 * that one typed on another keyboard is the same.
 *
 * <p>Every future may fail with {@link PasswordWorkers#SIGN_IN_BUSY}.
 */
public final class Passwords {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PasswordWorkers workers;

  /** What is compared with where there is no account. */
  private final Argon2id.Stored nobody = Argon2id.OURS.ofNoPassword(salt());

  public Passwords(PasswordWorkers workers) {
    this.workers = workers;
  }

  /**
   * What a check came to.
   *
   * @param matches whether it is the password
   * @param needsRehash whether the stored hash was made with other parameters than are in use now:
   *     hash the password anew and store that; never true where it is not the password
   */
  public record Check(boolean matches, boolean needsRehash) {}

  /**
   * The text to store for a password, which {@link PasswordRules} must have let pass.
   *
   * @return {@code $argon2id$v=19$m=19456,t=2,p=1$…$…}
   */
  public Future<String> hash(String password) {
    return workers.run(() -> Argon2id.OURS.phc(PasswordRules.composed(password), salt()));
  }

  /**
   * Whether a password is the one of a stored text. One that is longer than any password may be is
   * not, and it takes as long to say.
   *
   * @param stored by {@link #hash}, with these parameters or others within bounds; anything else
   *     fails the future with an {@link IllegalStateException} that does not show it
   */
  public Future<Check> check(String password, String stored) {
    return workers.run(() -> compare(PasswordRules.composed(password), stored));
  }

  private static Check compare(String composed, String stored) {
    Argon2id.Stored hash =
        Argon2id.Stored.read(stored)
            .orElseThrow(() -> new IllegalStateException("A stored password hash is unreadable."));
    boolean same = hash.matches(composed);
    boolean matches = same && PasswordRules.length(composed) <= PasswordRules.MAX_LENGTH;
    return new Check(matches, matches && hash.isOutdated());
  }

  /**
   * Takes as long as {@link #check} and says no: for an account that does not exist, so that nobody
   * learns from the time which accounts do.
   */
  public Future<Check> matchesNobody(String password) {
    return workers
        .run(() -> nobody.matches(PasswordRules.composed(password)))
        .map(compared -> new Check(false, false));
  }

  private static byte[] salt() {
    byte[] salt = new byte[Argon2id.SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }
}
