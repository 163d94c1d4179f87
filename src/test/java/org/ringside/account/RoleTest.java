package org.ringside.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringside.frame.Permission;
import org.ringside.frame.Reach;

class RoleTest {
  private static final String BEGIN = "<!-- roles: held to the code by a test -->\n";

  @Test
  void table_of_the_documentation_is_the_table_of_the_code() throws IOException {
    String page = Files.readString(Path.of("docs/access.md"));
    String documented =
        page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf("<!-- end -->"));

    assertThat(documented).isEqualTo(table());
  }

  private static String table() {
    var lines = new ArrayList<String>();
    lines.add("| right | agent | leader | quality | manager | administrator | auditor |");
    lines.add("|---|---|---|---|---|---|---|");
    for (Permission right : Permission.values()) {
      if (hasHolder(right)) {
        lines.add(row(right));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean hasHolder(Permission right) {
    return List.of(Role.values()).stream()
        .anyMatch(role -> role.rights(Reach.EVERYWHERE).containsKey(right));
  }

  private static String row(Permission right) {
    var row = new StringBuilder("| ").append(right.about()).append(" |");
    for (Role role : Role.values()) {
      row.append(' ').append(cell(role, right)).append(" |");
    }
    return row.toString();
  }

  private static String cell(Role role, Permission right) {
    Reach reach = role.rights(Reach.ofTeam(1)).getOrDefault(right, Reach.NOWHERE);
    if (reach.everywhere()) {
      return "yes";
    }
    return reach.isNowhere() ? "" : "in scope";
  }

  @Test
  void nobody_scores_for_themselves_because_no_role_sends_facts() {
    for (Role role : Role.values()) {
      assertThat(role.rights(Reach.EVERYWHERE)).doesNotContainKey(Permission.SEND_FACTS);
    }
  }

  @Test
  void no_role_founds_organisations() {
    for (Role role : Role.values()) {
      assertThat(role.rights(Reach.EVERYWHERE)).doesNotContainKey(Permission.FOUND_ORGANISATIONS);
    }
  }
}
