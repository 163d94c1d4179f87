package org.ringside.fact;

/** Leaves the reading of one fact at its first fault. Never leaves this package. */
@SuppressWarnings("serial") // never serialised
final class BadFact extends Exception {
  final String code;
  final String field;
  final String detail;

  BadFact(String code, String field, String detail) {
    super(detail, null, false, false);
    this.code = code;
    this.field = field;
    this.detail = detail;
  }

  static BadFact field(String field, String expected, String example) {
    return new BadFact(
        Refused.BAD_FIELD, field, "expected " + expected + ", for instance " + example);
  }

  static BadFact missing(String field, String expected, String example) {
    return new BadFact(
        Refused.MISSING_FIELD, field, "expected " + expected + ", for instance " + example);
  }
}
