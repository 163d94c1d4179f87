package org.ringside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands that open the database are read here and run by whoever may. */
class DatabaseCommandTest {
  private final List<DatabaseCommand> asked = new ArrayList<>();
  private final StringWriter said = new StringWriter();

  @Test
  void argumentsOfBackupAndRestore_areHandedOn_andTheirStatusComesBack() {
    assertThat(run("backup", "a.gz")).isEqualTo(7);
    assertThat(run("backup", "--force", "b.gz")).isEqualTo(7);
    assertThat(run("restore", "c.gz")).isEqualTo(7);
    assertThat(run("restore", "--prove-only", "d.gz")).isEqualTo(7);
    assertThat(run("restore", "--erasures", "gone.jsonl", "e.gz")).isEqualTo(7);
    assertThat(asked)
        .containsExactly(
            new DatabaseCommand.Backup(Path.of("a.gz"), false),
            new DatabaseCommand.Backup(Path.of("b.gz"), true),
            new DatabaseCommand.Restore(Path.of("c.gz"), false, Optional.empty()),
            new DatabaseCommand.Restore(Path.of("d.gz"), true, Optional.empty()),
            new DatabaseCommand.Restore(
                Path.of("e.gz"), false, Optional.of(Path.of("gone.jsonl"))));
  }

  @Test
  void wrongArguments_areToldWithTheUsage_andNothingIsRun() {
    assertThat(run("backup")).isEqualTo(2);
    assertThat(run("restore", "--force", "a.gz")).isEqualTo(2);
    assertThat(run("backup", "a.gz", "b.gz")).isEqualTo(2);
    assertThat(asked).isEmpty();
    assertThat(said.toString())
        .contains("Usage: ringside backup")
        .contains("Usage: ringside restore");
  }

  @Test
  void help_listsBoth() {
    assertThat(run("help")).isZero();
    assertThat(said.toString()).contains("  backup ").contains("  restore ");
  }

  private int run(String... args) {
    var out = new PrintWriter(said, true);
    var terminal = new Terminal(Map.of(), out, out, false, millis -> {}, prompt -> null);
    return Cli.run(
        args,
        terminal,
        command -> {
          asked.add(command);
          return 7;
        });
  }
}
