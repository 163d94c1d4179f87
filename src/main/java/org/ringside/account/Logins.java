package org.ringside.account;

import java.text.Normalizer;
import java.util.Locale;
import org.ringside.frame.Names;

/** What is typed at sign-in to say who one is: a staff number, a short name, an e-mail address. */
public final class Logins {
  static final int MAX_LENGTH = 120;
  static final String EXAMPLE = "li.wei@example.com";

  private Logins() {}

  /** As it is kept and compared: composed, in lower case, without blanks around it. */
  public static String normal(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Whether somebody may have it. */
  public static boolean acceptable(String normal) {
    return Names.acceptable(normal, MAX_LENGTH)
        && normal.codePoints().noneMatch(Character::isSpaceChar);
  }
}
