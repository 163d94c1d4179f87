package org.ringside.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Runs command lines in the test's own process; waiting is noted, not done. */
final class Shell {
  final Map<String, String> environment = new HashMap<>();
  final List<Long> waits = new ArrayList<>();

  /** What is typed when a secret is asked for, one after the other. */
  final Queue<String> secrets = new ArrayDeque<>();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  Terminal.Pause pause = waits::add;

  /** A shell whose user keeps state in that folder, and who has the right token. */
  static Shell of(Path folder) {
    var shell = new Shell();
    shell.environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    shell.environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    shell.environment.put("RINGSIDE_TOKEN", "secret");
    return shell;
  }

  /** The same without a token. */
  static Shell withoutToken(Path folder) {
    Shell shell = of(folder);
    shell.environment.remove("RINGSIDE_TOKEN");
    return shell;
  }

  int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Cli.run(args, terminal(), asked -> -1);
  }

  Terminal terminal() {
    return new Terminal(
        environment,
        new PrintWriter(out),
        new PrintWriter(err),
        false,
        millis -> pause.forMillis(millis),
        this::typed);
  }

  private @Nullable String typed(String prompt) {
    err.append(prompt).append('\n');
    return secrets.poll();
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
