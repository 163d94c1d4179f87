package org.ringside.cli;

/** What a command's exit status says. */
enum Exit {
  /** All was taken. */
  DONE(0),
  /** Ran to its end, but some lines, rows or facts were refused; the summary names them. */
  SOME_REFUSED(1),
  /** The command line is not one. */
  USAGE(2),
  /** A file cannot be read or written, or is not what it should be. */
  BAD_FILE(3),
  /** The server could not be reached, or stayed too busy, for as long as it was tried. */
  NO_SERVER(4),
  /** The server refused the request as a whole: token, permission, contract. */
  REFUSED(5);

  private final int status;

  Exit(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
