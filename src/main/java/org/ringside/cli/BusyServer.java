package org.ringside.cli;

import java.io.IOException;

/** The server answered, and asks to come again later. */
final class BusyServer extends IOException {
  private static final long serialVersionUID = 1L;

  BusyServer(Answer.Refused refused) {
    super(refused.reason());
  }
}
