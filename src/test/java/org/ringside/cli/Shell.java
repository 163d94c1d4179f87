package org.ringside.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs command lines in the test's own process; waiting is noted, not done. */
final class Shell {
  final Map<String, String> environment = new HashMap<>();
  final List<Long> waits = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  Terminal.Pause pause = waits::add;

  /** A shell whose user keeps state in that folder, and who has the right token. */
  static Shell of(Path folder) {
    var shell = new Shell();
    shell.environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    shell.environment.put("RINGSIDE_TOKEN", "secret");
    return shell;
  }

  int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var terminal =
        new Terminal(environment, new PrintWriter(out), new PrintWriter(err), false, pause);
    return Cli.run(args, terminal);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
