package org.ringside.source;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.credential.WebhookSecret;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Withdrawals;
import org.ringside.frame.Withdrawn;

/** Keys and signing secrets of sources. */
final class SourceKeyRoutes {
  private static final int LONGEST_SECRET = 100;

  private final Sources sources;
  private final SourceKeyRing ring;
  private final Withdrawals withdrawals;

  SourceKeyRoutes(Sources sources, SourceKeyRing ring, Withdrawals withdrawals) {
    this.sources = sources;
    this.ring = ring;
    this.withdrawals = withdrawals;
  }

  List<Endpoint> endpoints() {
    String one = "/api/v1/sources/:name";
    Permission right = Permission.MANAGE_SOURCES;
    return List.of(
        Endpoint.post(one + "/keys", right, call -> add(call, KeyKind.KEY)),
        Endpoint.delete(one + "/keys/:hint", right, call -> revoke(call, KeyKind.KEY)),
        Endpoint.post(one + "/secrets", right, call -> add(call, KeyKind.SECRET)),
        Endpoint.delete(one + "/secrets/:hint", right, call -> revoke(call, KeyKind.SECRET)));
  }

  private Source find(Call call) {
    Source source = sources.byName(call.organisation()).get(call.path("name"));
    if (source == null) {
      throw ProblemCode.NOT_FOUND.because("There is no such source.").refused();
    }
    return source;
  }

  private Future<Void> add(Call call, KeyKind kind) {
    Source source = find(call);
    String given = kind == KeyKind.SECRET ? given(call) : null;
    return ring.add(call, source, kind, given == null ? kind.fresh() : given)
        .onSuccess(added -> tell(call, source))
        .compose(
            text ->
                call.json(201, new JsonObject().put("name", source.name()).put(kind.field, text)));
  }

  /** The secret of a sender who makes its own; null where the server is to make one. */
  private static @Nullable String given(Call call) {
    if (call.bodyBytes().length() == 0) {
      return null;
    }
    Fields body = call.body();
    String text =
        body.has("secret")
            ? body.secret("secret", LONGEST_SECRET, WebhookSecret.PREFIX + "…")
            : null;
    if (text != null && WebhookSecret.of(text).isEmpty()) {
      body.refuse(
          "secret",
          WebhookSecret.PREFIX + " and 24 to 64 bytes in base64, or nothing: then one is made",
          WebhookSecret.PREFIX + "…");
    }
    body.done();
    return text;
  }

  private Future<Void> revoke(Call call, KeyKind kind) {
    Source source = find(call);
    return ring.revoke(call, source, kind, call.path("hint"))
        .onSuccess(revoked -> tell(call, source))
        .compose(revoked -> call.noContent());
  }

  /** Whoever remembers what the source has looks it up anew. */
  private void tell(Call call, Source source) {
    withdrawals.tell(new Withdrawn(call.organisation(), "source:" + source.name(), null, false));
  }
}
