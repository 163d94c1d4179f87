package org.ringside.cli;

/**
 * A command cannot go on: one sentence for the person who called it, and the status to end with.
 */
final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final Exit exit;
  private final String sentence;

  Failure(Exit exit, String sentence) {
    super(sentence);
    this.exit = exit;
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  Exit exit() {
    return exit;
  }
}
