package org.ringside.account;

import io.vertx.core.json.JsonObject;
import org.ringside.frame.Call;

/** A one-time link as JSON, for whoever passes it on. */
final class LinkJson {
  private LinkJson() {}

  static JsonObject of(Call call, OneTimeLink link) {
    return new JsonObject()
        .put("address", call.publicUrl().resolve(link.path()).toString())
        .put("token", link.reveal())
        .put("endsAt", link.endsAt().toString());
  }
}
