package org.ringside.cli;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What commands have in common that ask one thing of a server, once. */
abstract class ClientCommand implements Callable<Integer> {
  static final String JSON = "application/json";

  /** What they do is not the same when it is done twice. */
  static final Patience ONCE = new Patience(1);

  final Terminal terminal;

  @Mixin Address address = new Address();

  ClientCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  abstract void run(Wire wire) throws IOException, InterruptedException, Failure;

  @Override
  public Integer call() {
    try (Wire wire = address.open(terminal)) {
      run(wire);
      terminal.out().flush();
      return Exit.DONE.status();
    } catch (Failure failure) {
      terminal.say(failure.sentence());
      return failure.exit().status();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Exit.DONE.status();
    } catch (IOException e) {
      terminal.say(reason(e));
      return Exit.NO_SERVER.status();
    }
  }

  private String reason(IOException e) {
    try {
      URI server = address.url(terminal);
      return Authority.isDoubted(e)
          ? "Gave up: " + Authority.doubt(server, e)
          : "No answer from " + server + " (" + e + ")";
    } catch (Failure noAddress) {
      return noAddress.sentence();
    }
  }
}
