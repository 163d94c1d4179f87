package org.ringside.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private final Claims claims =
      new Claims(
          new JsonObject(
              """
              {"groups": ["a", "b"], "name": "Li", "number": 1001, "verified": true,
               "realm_access": {"roles": ["leader"]}, "https://acme.example/team": "eagle",
               "odd": [null, {"a": 1}, ["x"]]}
              """),
          new JsonObject().put("name", "Wu").put("team", "hawk").put("groups", new JsonArray()));

  @Test
  void value_is_a_text_and_a_list_is_its_values() {
    assertThat(claims.values("groups")).containsExactly("a", "b");
    assertThat(claims.text("number")).hasValue("1001");
    assertThat(claims.text("verified")).hasValue("true");
    assertThat(claims.text("groups")).isEmpty();
    assertThat(claims.values("odd")).isEmpty();
    assertThat(claims.values("nowhere")).isEmpty();
  }

  @Test
  void claim_lies_deeper_behind_a_dot_or_has_a_dot_in_its_name() {
    assertThat(claims.values("realm_access.roles")).containsExactly("leader");
    assertThat(claims.text("https://acme.example/team")).hasValue("eagle");
    assertThat(claims.values("realm_access.nowhere")).isEmpty();
    assertThat(claims.values("name.first")).isEmpty();
  }

  @Test
  void verified_is_the_address_of_the_document_that_says_so() {
    assertThat(emails("{'email': 'a'}", "{'email': 'b', 'email_verified': true}")).hasValue("b");
    assertThat(emails("{'email': 'a'}", "{'email_verified': true}")).isEmpty();
    assertThat(emails("{'email_verified': true}", "{'email': 'b'}")).isEmpty();
    assertThat(emails("{'email': 'a', 'email_verified': true}", "{'email': 'b'}")).hasValue("a");
    assertThat(
            emails(
                "{'email': 'a', 'email_verified': false}",
                "{'email': 'b', 'email_verified': true}"))
        .as("what was signed counts where both have both")
        .isEmpty();
  }

  private static Optional<String> emails(String signed, String asked) {
    return new Claims(json(signed), json(asked)).verifiedEmail();
  }

  private static JsonObject json(String text) {
    return new JsonObject(text.replace('\'', '"'));
  }

  @Test
  void what_was_signed_counts_before_what_was_asked() {
    assertThat(claims.text("name")).hasValue("Li");
    assertThat(claims.text("team")).hasValue("hawk");
    assertThat(claims.signedValues("team")).isEmpty();
  }
}
