package org.ringside.scoring;

/**
 * What is wrong with a rule book.
 *
 * @param severity whether it can be used all the same
 * @param field where, as {@code lines[0].weight}
 * @param expected what should stand there
 * @param example such a value
 */
public record Finding(Severity severity, String field, String expected, String example) {
  /** A refusal stops the rule book; a warning asks for a named override. */
  public enum Severity {
    REFUSAL,
    WARNING
  }

  static Finding refusal(String field, String expected, String example) {
    return new Finding(Severity.REFUSAL, field, expected, example);
  }

  static Finding warning(String field, String expected, String example) {
    return new Finding(Severity.WARNING, field, expected, example);
  }
}
