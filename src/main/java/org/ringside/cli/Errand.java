package org.ringside.cli;

/** What a command wants of the server, as far as it decides with whose right that is done. */
enum Errand {
  FACTS(
      "Facts come from a source, with its key:"
          + " RINGSIDE_TOKEN=$(./ringside source NAME) ./ringside import …"),
  ADMINISTRATION(
      "That takes an administrator who has signed in (./ringside sign-in LOGIN) and has set up the"
          + " second factor, where the organisation asks for one."),
  FOUNDING(
      "That takes the bootstrap token: RINGSIDE_BOOTSTRAP_TOKEN, or the file bootstrap-token in the"
          + " data folder of the server (RINGSIDE_DATA).");

  private final String howTo;

  Errand(String howTo) {
    this.howTo = howTo;
  }

  /** A sentence that says what to do where the right is missing. */
  String howTo() {
    return howTo;
  }
}
