package org.ringside.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DocsPageTest {
  private final Contract contract = Contract.openApi();
  private final String page = DocsPage.of(contract);

  @Test
  void page_names_every_path_and_every_schema() {
    Map<String, Object> components = Contract.map(contract.tree().get("components"));
    Contract.map(contract.tree().get("paths"))
        .keySet()
        .forEach(path -> assertThat(page).contains(path));
    Contract.map(components.get("schemas"))
        .keySet()
        .forEach(name -> assertThat(page).contains(name));
  }

  @Test
  void page_brings_no_script_no_style_of_its_own_and_nothing_from_elsewhere() {
    assertThat(page).doesNotContain("<script", " style=", "<style", " src=", "url(", "=\"http");
  }

  @Test
  void example_of_a_fact_can_be_copied_from_the_page() {
    assertThat(page).contains("<pre>").contains("&quot;talk_ms&quot; : 182000");
  }

  @Test
  void text_of_the_contract_is_never_markup() {
    assertThat(new Html().prose("a <b> & `<c>`").toString())
        .isEqualTo("<p>a &lt;b&gt; &amp; <code>&lt;c&gt;</code></p>\n");
  }

  @Test
  void schema_is_said_in_a_few_words() {
    assertThat(SchemaText.of(Map.of("$ref", "#/components/schemas/Gate"))).isEqualTo("Gate");
    assertThat(SchemaText.of(Map.of("type", "array", "items", Map.of("type", "string"))))
        .isEqualTo("list of string");
    Map<String, Object> items = Map.of("items", Map.of("type", "string"));
    assertThat(SchemaText.of(Map.of("type", "object", "properties", items)))
        .isEqualTo("{items: string}");
    assertThat(SchemaText.of(Map.of("type", "integer", "minimum", 1)))
        .isEqualTo("integer (from 1)");
  }
}
