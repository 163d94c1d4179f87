package org.ringside.board;

/** Why a live socket is closed. 4000 to 4499: come back; 4500 to 4999: do not. */
enum CloseCode {
  EXPIRED(4401, "the credential has expired"),
  SLOW(4408, "too slow or too talkative"),
  TOO_MANY(4409, "too many sockets"),
  RESTARTING(4410, "the server is restarting"),
  REVOKED(4501, "the credential was revoked"),
  FORBIDDEN(4503, "not allowed"),
  UNKNOWN(4504, "no such board"),
  BAD_MESSAGE(4505, "a message that cannot be read");

  final short code;
  final String reason;

  CloseCode(int code, String reason) {
    this.code = (short) code;
    this.reason = reason;
  }
}
