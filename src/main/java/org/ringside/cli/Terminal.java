package org.ringside.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command may use of the world around it.
 *
 * @param environment of the process
 * @param out for what was asked for
 * @param err for progress, warnings and reasons
 * @param interactive whether somebody looks at {@code err} who would like a line that redraws
 *     itself
 * @param pause how to wait
 * @param secrets how to be told what nobody may see
 */
record Terminal(
    Map<String, String> environment,
    PrintWriter out,
    PrintWriter err,
    boolean interactive,
    Pause pause,
    Secrets secrets) {

  /** Asks for a secret. */
  @FunctionalInterface
  interface Secrets {
    /** What was typed, or the next line of the standard input; null at its end. */
    @Nullable String ask(String prompt) throws IOException;
  }

  /** Waits; tests need not. */
  @FunctionalInterface
  interface Pause {
    void forMillis(long millis) throws InterruptedException;
  }

  /** The variable's value, or the other if it is unset or empty. */
  String variable(String name, String otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? otherwise : value;
  }

  void say(String line) {
    err.println(line);
    err.flush();
  }
}
