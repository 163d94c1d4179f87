package org.ringside.credential;

import java.util.Optional;

/** The three parts of a signed token (RFC 7515, section 7.1), taken apart and not believed. */
final class SignedText {
  private final String signed;
  private final byte[] header;
  private final byte[] payload;
  private final byte[] signature;

  private SignedText(String signed, byte[] header, byte[] payload, byte[] signature) {
    this.signed = signed;
    this.header = header;
    this.payload = payload;
    this.signature = signature;
  }

  /** Empty unless there are exactly three parts, each strict base64url. */
  static Optional<SignedText> read(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return Base64Url.decode(parts[0])
        .flatMap(
            header ->
                Base64Url.decode(parts[1])
                    .flatMap(
                        payload ->
                            Base64Url.decode(parts[2])
                                .map(
                                    signature ->
                                        new SignedText(
                                            parts[0] + "." + parts[1],
                                            header,
                                            payload,
                                            signature))));
  }

  /** What the signature is of. */
  String signed() {
    return signed;
  }

  byte[] header() {
    return header;
  }

  byte[] payload() {
    return payload;
  }

  byte[] signature() {
    return signature;
  }
}
