package org.ringside.access;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringside.credential.Sealing;
import org.ringside.credential.WebhookSecret;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.frame.Signatures;
import org.ringside.frame.Toll;
import org.ringside.frame.Withdrawals;
import org.ringside.source.Forgery;
import org.ringside.source.SealedSecret;
import org.ringside.source.SourceKeySql;
import org.ringside.source.Sources;

/**
 * Requests that sources sign by Standard Webhooks 1.0.0. Whatever is wrong with one, the answer is
 * the same; what it was stands with the source's refusals. Safe from any thread.
 *
 * @see WebhookSecret
 */
public final class SignedRequests implements Signatures {
  /** How far a time stamp may be from the server's clock, either way. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  static final ProblemCode REFUSED =
      new ProblemCode("SIGNATURE_REFUSED", 401, "This is not signed as its address asks.");

  private static final String HOOK = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** No dot: that is what stands between the parts of what is signed. */
  private static final String ID = "[!-\\-/-~]{1,200}";

  private static final String TIMESTAMP = "[0-9]{1,11}";
  private static final int LONGEST_SIGNATURES = 2000;
  private static final int MOST_SEEN = 50_000;

  private final SqlClient platform;
  private final Sealing sealing;
  private final Sources sources;
  private final InstantSource clock;
  private final HalfMinute<Hook> remembered;
  private final SeenRequests seen = new SeenRequests(MOST_SEEN);

  /** An address, whose it is, and what signs for it. */
  private record Hook(int organisation, String source, List<WebhookSecret> secrets) {}

  /** What the headers say. */
  private record Shown(String id, String timestamp, String signatures) {
    Instant sentAt() {
      return Instant.ofEpochSecond(Long.parseLong(timestamp));
    }
  }

  /**
   * @param platform speaks for nobody: who signs has not said yet where it belongs
   */
  public SignedRequests(
      SqlClient platform,
      Sealing sealing,
      Sources sources,
      Withdrawals withdrawals,
      InstantSource clock) {
    this.platform = platform;
    this.sealing = sealing;
    this.sources = sources;
    this.clock = clock;
    this.remembered = new HalfMinute<>(clock);
    withdrawals.listen(
        withdrawn ->
            remembered.forget(
                hook ->
                    withdrawn.concerns(SourceKeys.principal(hook.organisation(), hook.source()))));
  }

  @Override
  public Future<Lock> at(String hook, Toll toll) {
    if (!hook.matches(HOOK)) {
      return Future.failedFuture(refused());
    }
    return remembered
        .find(hook, toll, () -> look(UUID.fromString(hook)))
        .map(found -> lock(found.orElseThrow(SignedRequests::refused)));
  }

  private static RefusedException refused() {
    return REFUSED
        .because(
            "Nobody here knows this address or signature; the list of refusals of the source says why.")
        .refused();
  }

  private Future<Optional<Hook>> look(UUID hook) {
    return SourceKeySql.ownerOfHook(platform, hook).map(owner -> owner.map(this::opened));
  }

  private Hook opened(SourceKeySql.HookOwner owner) {
    List<WebhookSecret> secrets =
        owner.secrets().stream().map(one -> opened(owner.organisation(), one)).toList();
    return new Hook(owner.organisation(), owner.source(), secrets);
  }

  private WebhookSecret opened(int organisation, SourceKeySql.Sealed secret) {
    var place = SealedSecret.place(organisation, secret.hash().getBytes());
    byte[] text = sealing.open(place, secret.sealed().getBytes());
    return WebhookSecret.of(new String(text, StandardCharsets.US_ASCII)).orElseThrow();
  }

  private Lock lock(Hook hook) {
    return (headers, body) -> open(hook, headers, body);
  }

  private Signed open(Hook hook, MultiMap headers, Buffer body) {
    Instant now = clock.instant();
    Shown shown = proved(hook, headers, body, now);
    var key =
        new SeenRequests.Key(hook.organisation(), hook.source(), shown.id(), shown.timestamp());
    long goodUntilMs = shown.sentAt().plus(WINDOW).toEpochMilli();
    if (!seen.enter(key, goodUntilMs, now.toEpochMilli())) {
      throw forged(hook, Forgery.REPLAYED, "a request that was not taken before");
    }
    return new Signed(
        SourceKeys.principal(hook.organisation(), hook.source()), () -> seen.leave(key));
  }

  /** The time comes last: only of what is well signed it says something about the sender. */
  private Shown proved(Hook hook, MultiMap headers, Buffer body, Instant now) {
    Shown shown = shown(headers);
    if (shown == null) {
      throw forged(hook, Forgery.NO_SIGNATURE, "each of the three headers, once");
    }
    if (!isSigned(hook, shown, body.getBytes())) {
      throw forged(
          hook, Forgery.WRONG_SIGNATURE, "one of this request by an active secret of the source");
    }
    Duration ahead = Duration.between(now, shown.sentAt());
    if (ahead.abs().compareTo(WINDOW) > 0) {
      throw forged(hook, Forgery.OUT_OF_TIME, offBy(ahead));
    }
    return shown;
  }

  private RefusedException forged(Hook hook, Forgery why, String expected) {
    sources.noteForged(hook.organisation(), hook.source(), why, expected);
    return refused();
  }

  private static String offBy(Duration ahead) {
    return "at most %d seconds off the server's clock; this is %d seconds %s"
        .formatted(
            WINDOW.toSeconds(), ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead");
  }

  /** By any of the secrets; all are tried, so that the time does not say by which. */
  private static boolean isSigned(Hook hook, Shown shown, byte[] body) {
    boolean fits = false;
    for (WebhookSecret secret : hook.secrets()) {
      fits |= secret.signed(shown.id(), shown.timestamp(), body, shown.signatures());
    }
    return fits;
  }

  /** Null where one is missing, there twice, or not what it can be. */
  private static @Nullable Shown shown(MultiMap headers) {
    String id = only(headers, "webhook-id");
    String timestamp = only(headers, "webhook-timestamp");
    String signatures = only(headers, "webhook-signature");
    return id.matches(ID)
            && timestamp.matches(TIMESTAMP)
            && !signatures.isEmpty()
            && signatures.length() <= LONGEST_SIGNATURES
        ? new Shown(id, timestamp, signatures)
        : null;
  }

  private static String only(MultiMap headers, String name) {
    List<String> values = headers.getAll(name);
    return values.size() == 1 ? values.getFirst().strip() : "";
  }
}
