package org.ringside.source;

/**
 * Why a request with a signature was not believed. Its sender is not told; the source's list is.
 */
public enum Forgery {
  /** A header is missing, or holds what it cannot hold. */
  NO_SIGNATURE("webhook-signature"),

  /** No secret of the source made the signature: another secret, or an altered request. */
  WRONG_SIGNATURE("webhook-signature"),

  /** Well signed, but sent too long ago or too far ahead: a copy, or a clock that is off. */
  OUT_OF_TIME("webhook-timestamp"),

  /** Well signed, and taken before. */
  REPLAYED("webhook-id");

  private final String header;

  Forgery(String header) {
    this.header = header;
  }

  /** The header at fault. */
  public String header() {
    return header;
  }
}
