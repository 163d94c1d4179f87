package org.ringside.metric;

/**
 * Why a fact cannot be booked.
 *
 * @param field where
 * @param expected what should stand there
 * @param example such a value
 */
public record Flaw(Field field, String expected, String example) {
  static Flaw of(Field field, String expected) {
    return new Flaw(field, expected, field.example());
  }
}
