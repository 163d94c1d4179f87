package org.ringside.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringside.db.TestDatabase;

/** docs/personal-data.md says of each column whether it makes a person of a number. */
class InventoryTest {
  private static final String BEGIN = "<!-- columns: held to the database by a test -->\n";

  private static final String COLUMNS =
      """
      select c.table_name::text, c.column_name::text
      from information_schema.columns c
      join pg_class t on t.oid = format('public.%I', c.table_name)::regclass
      where c.table_schema = 'public' and not t.relispartition
      """;

  /** A row of the page: what is in the table, and whether an export has it. */
  private record Declared(
      List<String> identity, List<String> pseudonymous, List<String> impersonal, String export) {
    private Set<String> columns() {
      return Stream.of(identity, pseudonymous, impersonal)
          .flatMap(List::stream)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private int count() {
      return identity.size() + pseudonymous.size() + impersonal.size();
    }

    private boolean isAboutPeople() {
      return identity.size() + pseudonymous.size() > 0;
    }
  }

  @Test
  void every_column_of_the_database_is_declared_once_and_no_other() throws IOException {
    var declared = new TreeMap<String, Set<String>>();
    page().forEach((table, row) -> declared.put(table, row.columns()));
    assertThat(declared).isEqualTo(stored());
    page().forEach((table, row) -> assertThat(row.columns()).as(table).hasSize(row.count()));
  }

  @Test
  void every_table_about_people_is_exported_or_says_why_not() throws IOException {
    var exported = new TreeSet<String>();
    page()
        .forEach(
            (table, row) -> {
              String said = row.export();
              assertThat(said).as(table).matches(row.isAboutPeople() ? "yes|no: .+" : "");
              if (said.equals("yes")) {
                exported.add(table);
              }
            });
    assertThat(exported).isEqualTo(new TreeSet<>(sections()));
  }

  private static List<String> sections() {
    var all = new ArrayList<String>();
    SectionSql.ALL.forEach(section -> all.add(section.name()));
    all.addAll(List.of("fact", "audit_entry"));
    return all;
  }

  private static Map<String, Set<String>> stored() {
    var stored = new TreeMap<String, Set<String>>();
    try (TestDatabase database = TestDatabase.fresh()) {
      database
          .asOwner(COLUMNS)
          .forEach(
              row ->
                  stored
                      .computeIfAbsent(row.getString(0), table -> new TreeSet<>())
                      .add(row.getString(1)));
    }
    return stored;
  }

  private static Map<String, Declared> page() throws IOException {
    String page = Files.readString(Path.of("docs/personal-data.md"));
    String table =
        page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf("<!-- end -->"));
    var rows = new TreeMap<String, Declared>();
    table.lines().skip(2).map(line -> line.split("\\|", -1)).forEach(cells -> put(rows, cells));
    return rows;
  }

  private static void put(Map<String, Declared> rows, String[] cells) {
    var row = new Declared(list(cells[2]), list(cells[3]), list(cells[4]), cells[5].strip());
    assertThat(rows.put(cells[1].strip(), row)).as(cells[1]).isNull();
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
