package org.ringside.credential;

/**
 * Why a sealed secret does not open, in one sentence for the operator; without any part of the
 * secret.
 */
public final class CannotOpen extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotOpen(String sentence) {
    super(sentence);
  }

  /** The sentence to print. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
