package org.ringside.credential;

/** What a signed token is for; one kind is never taken for another (RFC 8725, section 3.11). */
public enum TokenKind {
  /** Of a person who signed in. */
  ACCESS("at+jwt"),
  /** Of a screen on a wall. */
  SCREEN("screen+jwt");

  private final String type;

  TokenKind(String type) {
    this.type = type;
  }

  /** The {@code typ} of its header. */
  String type() {
    return type;
  }
}
