package org.ringside.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a command shows to the server so that it may do what it does. */
interface Credential {

  /**
   * A bearer token that should be good now.
   *
   * @throws IOException where one must be fetched and the server is away or busy: try again later
   * @throws Failure where there will be none
   */
  String token() throws IOException, InterruptedException, Failure;

  /** Another one, after the server refused that; null where there is no other. */
  @Nullable String after(String refused) throws IOException, InterruptedException, Failure;

  /** One that is as it is: a source's key, or a token that somebody was given. */
  record Given(String token) implements Credential {
    @Override
    public @Nullable String after(String refused) {
      return null;
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "given token";
    }
  }
}
