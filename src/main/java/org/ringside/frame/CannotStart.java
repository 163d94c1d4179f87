package org.ringside.frame;

/**
 * Why this server does not start, in one sentence for whoever started it: what is wrong and what to
 * do. {@code Main} prints the sentence without a stack trace and ends with status 1.
 */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** {@code sentence} is complete: it needs no cause to be understood. */
  public CannotStart(String sentence) {
    super(sentence);
  }

  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence to print. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
