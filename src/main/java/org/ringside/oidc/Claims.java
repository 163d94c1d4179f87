package org.ringside.oidc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of somebody. A claim is named by its name, or by names with dots between
 * where it lies deeper: {@code realm_access.roles}. Pure.
 *
 * @param signed of the ID token, which counts where both have a claim
 * @param asked of the user info endpoint, empty where it was not asked
 */
record Claims(JsonObject signed, JsonObject asked) {
  static final String EMAIL = "email";
  static final String VERIFIED = "email_verified";

  private static final int MOST_VALUES = 1000;

  boolean has(String path) {
    return at(signed, path) != null || at(asked, path) != null;
  }

  /** The values of a claim as texts: one, or those of a list. */
  List<String> values(String path) {
    Object found = at(signed, path);
    return texts(found == null ? at(asked, path) : found);
  }

  /** The same of the ID token alone. */
  List<String> signedValues(String path) {
    return texts(at(signed, path));
  }

  /** The value of a claim that has one. */
  Optional<String> text(String path) {
    List<String> values = values(path);
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /**
   * The e-mail address, where the provider has verified it. Whether it has is asked of the document
   * that has the address: the other one may be about another address.
   */
  Optional<String> verifiedEmail() {
    return Stream.of(signed, asked)
        .filter(said -> said.getValue(EMAIL) != null && said.getValue(VERIFIED) != null)
        .findFirst()
        .filter(said -> texts(said.getValue(VERIFIED)).equals(List.of("true")))
        .map(said -> texts(said.getValue(EMAIL)))
        .filter(found -> found.size() == 1)
        .map(List::getFirst);
  }

  private static @Nullable Object at(JsonObject json, String path) {
    Object whole = json.getValue(path);
    int dot = path.indexOf('.');
    if (whole != null || dot < 0) {
      return whole;
    }
    return json.getValue(path.substring(0, dot)) instanceof JsonObject inner
        ? at(inner, path.substring(dot + 1))
        : null;
  }

  private static List<String> texts(@Nullable Object value) {
    var texts = new ArrayList<String>();
    if (value instanceof JsonArray list) {
      for (int i = 0; i < Math.min(list.size(), MOST_VALUES); i++) {
        add(texts, list.getValue(i));
      }
    } else {
      add(texts, value);
    }
    return texts;
  }

  private static void add(List<String> texts, @Nullable Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      texts.add(value.toString());
    }
  }
}
