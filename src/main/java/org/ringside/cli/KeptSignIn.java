package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in before this command: fetches an access token, and the next one before
 * that ends. One thread.
 */
final class KeptSignIn implements Credential {
  private static final int UNAUTHENTICATED = 401;
  private static final long NS_PER_S = 1_000_000_000L;

  private final SignInFile file;
  private final SessionDoor door;
  private final LongSupplier nanoTime;
  private @Nullable String access;
  private long renewAtNs;

  KeptSignIn(SignInFile file, SessionDoor door, LongSupplier nanoTime) {
    this.file = file;
    this.door = door;
    this.nanoTime = nanoTime;
  }

  @Override
  public String token() throws IOException, InterruptedException, Failure {
    String held = access;
    return held == null || nanoTime.getAsLong() - renewAtNs >= 0 ? turnOver() : held;
  }

  @Override
  public String after(String refused) throws IOException, InterruptedException, Failure {
    return turnOver();
  }

  private String turnOver() throws IOException, InterruptedException, Failure {
    access = null;
    try (SignInFile.Held held = file.hold()) {
      SignInFile.Kept kept = held.find(door.wire().base());
      if (kept == null) {
        throw over("Nobody has signed in at " + door.wire().base() + " any more");
      }
      SessionDoor.Said said = door.renew(kept.refresh());
      return switch (said.answer()) {
        case Answer.Taken(JsonObject body) -> taken(held, kept, said.refresh(), body);
        case Answer.Refused refused -> throw refused(held, kept, refused);
        case Answer.GaveUp(String reason) -> throw new IOException(reason);
      };
    }
  }

  private String taken(
      SignInFile.Held held, SignInFile.Kept kept, @Nullable String refresh, JsonObject body)
      throws Failure {
    if (refresh != null) {
      held.put(door.wire().base(), new SignInFile.Kept(kept.login(), refresh));
    }
    String token = body.getString("accessToken");
    access = token;
    renewAtNs = nanoTime.getAsLong() + body.getLong("expiresInSeconds") * NS_PER_S * 9 / 10;
    return token;
  }

  private Failure refused(SignInFile.Held held, SignInFile.Kept kept, Answer.Refused refused)
      throws IOException, Failure {
    if (refused.isBusy()) {
      throw new BusyServer(refused);
    }
    if (refused.status() != UNAUTHENTICATED) {
      return new Failure(Exit.REFUSED, Answers.sentence(refused));
    }
    held.remove(door.wire().base());
    return over("The sign-in of " + kept.login() + " at " + door.wire().base() + " is over");
  }

  private static Failure over(String why) {
    return new Failure(Exit.REFUSED, why + "; sign in again: ./ringside sign-in LOGIN");
  }
}
