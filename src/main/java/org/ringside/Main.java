package org.ringside;

import java.time.Instant;
import java.util.Map;
import org.ringside.cli.Cli;
import org.ringside.cli.DatabaseCommand;
import org.ringside.frame.CannotStart;

/** The command line: {@code serve} and {@code demo} run the server, all else is a client of it. */
public final class Main {
  /** Netty's events for the flight recorder, which a start would have to load for them. */
  private static final String NETTY_EVENTS = "io.netty.jfr.enabled";

  private Main() {}

  /** Runs until the process is told to end; a start that cannot be is one sentence and status 1. */
  public static void main(String[] args) throws InterruptedException {
    switch (String.join(" ", args)) {
      case "serve" -> serve(System.getenv(), false);
      case "demo" -> serve(System.getenv(), true);
      case "check" -> System.exit(check(System.getenv()));
      case "" -> System.exit(Cli.run(new String[] {"help"}, Main::atDatabase));
      default -> System.exit(Cli.run(args, Main::atDatabase));
    }
  }

  /** Status 0 if all that is stored agrees, 1 if not, 2 if it cannot be read. */
  private static int check(Map<String, String> environment) {
    try {
      ServerSettings settings = ServerSettings.read(environment, false);
      return CheckCommand.run(settings, settings.clock().instant(), System.out);
    } catch (CannotStart refusal) {
      System.err.println(refusal.sentence());
      return 2;
    }
  }

  /** Status 0 if it is done, 1 if what was restored does not agree, 2 if it cannot be done. */
  private static int atDatabase(DatabaseCommand command) {
    try {
      ServerSettings settings = ServerSettings.read(System.getenv(), false);
      Instant now = settings.clock().instant();
      return switch (command) {
        case DatabaseCommand.Backup backup ->
            BackupCommand.run(settings, backup, now, System.out, System.err);
        case DatabaseCommand.Restore restore ->
            RestoreCommand.run(settings, restore, now, System.out, System.err);
      };
    } catch (CannotStart refusal) {
      System.err.println(refusal.sentence());
      return 2;
    }
  }

  /** Prints where everything is, and waits for the end. */
  private static void serve(Map<String, String> environment, boolean demo)
      throws InterruptedException {
    System.getProperties().putIfAbsent(NETTY_EVENTS, "false");
    try {
      Server server = Server.start(ServerSettings.read(environment, demo));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
      server.addresses().forEach(System.out::println);
      server.awaitEnd();
    } catch (CannotStart refusal) {
      System.err.println(refusal.sentence());
      System.exit(1);
    }
  }

  private static void stop(Server server) {
    System.out.println("Ringside is stopping.");
    server.stop();
    System.out.println("Ringside has stopped; what was acknowledged is stored.");
  }
}
