package org.ringside.source;

import org.ringside.credential.Tokens;
import org.ringside.credential.WebhookSecret;

/** By what a source proves who it is. Both have the same life, and each has two places. */
enum KeyKind {
  /** Borne in each request; the server keeps its hash alone. */
  KEY("key", "source-key"),

  /** Signs each request and never travels; the server keeps it sealed. */
  SECRET("secret", "source-secret");

  /** Of a text that is shown, to tell one from another. */
  private static final int HINT = 12;

  /** Name of the field that shows it, once. */
  final String field;

  /** The thing in the names of its acts. */
  final String act;

  KeyKind(String field, String act) {
    this.field = field;
    this.act = act;
  }

  String fresh() {
    return switch (this) {
      case KEY -> Tokens.fresh("rsk_");
      case SECRET -> WebhookSecret.fresh();
    };
  }

  static String hint(String text) {
    return text.substring(0, HINT);
  }
}
