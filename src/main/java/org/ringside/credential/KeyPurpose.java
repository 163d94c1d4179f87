package org.ringside.credential;

/** What a signing key signs; a key of one purpose is nothing to the other. */
public enum KeyPurpose {
  /** Access tokens, which only this server reads. */
  ACCESS,
  /** Certificates of results, which anybody may check, for ever. */
  RESULT
}
