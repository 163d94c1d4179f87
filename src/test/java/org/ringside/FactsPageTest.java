package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;

/** docs/facts.md says of each type what the server asks of it, and of each field what it takes. */
class FactsPageTest {
  private static final Page PAGE = Page.read("facts.md");

  @Test
  void types_areListedWithWhatTheyNeedAndMayCarry() {
    String table =
        "| type | needs | may carry |\n|---|---|---|\n"
            + Arrays.stream(FactType.values())
                .map(
                    type ->
                        "| %s | %s | %s |\n"
                            .formatted(type.wire(), keys(type.required()), keys(type.optional())))
                .collect(Collectors.joining());
    assertThat(PAGE.table("types")).isEqualTo(table);
  }

  @Test
  void fields_areListedAsTheServerReadsThem() {
    String table =
        "| field | of | holds | example | meaning |\n|---|---|---|---|---|\n"
            + Arrays.stream(Field.values()).map(FactsPageTest::row).collect(Collectors.joining());
    assertThat(PAGE.table("fields")).isEqualTo(table);
  }

  private static String row(Field field) {
    return "| %s | %s | %s | `%s` | %s |\n"
        .formatted(
            field.key(), types(field), field.expected(), field.example(), field.description());
  }

  private static String types(Field field) {
    if (FactType.COMMON.contains(field)) {
      return "every type";
    }
    return Arrays.stream(FactType.values())
        .filter(type -> type.required().contains(field) || type.optional().contains(field))
        .map(FactType::wire)
        .collect(Collectors.joining(", "));
  }

  private static String keys(Collection<Field> fields) {
    return fields.isEmpty()
        ? "–"
        : fields.stream().map(Field::key).collect(Collectors.joining(", "));
  }
}
