package org.ringside.oidc;

/**
 * Why a provider cannot be used now, in a sentence for whoever set it up: without anything that it
 * sent but names of fields and numbers.
 */
final class ProviderTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  ProviderTrouble(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
