package org.ringside;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ringside.backup.Restore;
import org.ringside.cli.DatabaseCommand;
import org.ringside.credential.CredentialKnobs;
import org.ringside.credential.SealingKey;
import org.ringside.credential.SigningKeys;
import org.ringside.db.Database;
import org.ringside.db.DatabaseSettings;
import org.ringside.frame.CannotStart;
import org.ringside.person.Erasure;
import org.ringside.person.ErasureFile;
import org.ringside.person.Erasures;

/**
 * {@code ringside restore}: a backup into an empty database, whose invariants are proved then as
 * {@code check} does.
 */
final class RestoreCommand {
  private RestoreCommand() {}

  /**
   * Blocks until everything is there and was looked through.
   *
   * @return exit status: 0 if everything agrees, else 1
   * @throws CannotStart where nothing was restored, and why
   */
  static int run(
      ServerSettings settings,
      DatabaseCommand.Restore restore,
      Instant now,
      PrintStream out,
      PrintStream err) {
    out.println(Restore.prove(restore.file()));
    if (restore.proveOnly()) {
      return 0;
    }
    Optional<SealingKey> key =
        SealingKey.existing(settings.knobs().get(CredentialKnobs.SEALING_KEY), settings.data());
    return StoredData.alone(
        settings,
        database -> {
          out.println(read(database, restore.file(), err));
          out.println(eraseAgain(settings, database, restore, now, err));
          boolean agrees = CheckCommand.report(database.withoutOwner(), now, out);
          otherKey(database, key)
              .ifPresent(other -> err.println(warning(other, key, settings.data())));
          return agrees ? 0 : 1;
        });
  }

  /** What is proved is of no use to a server without the key that sealed its secrets. */
  private static Optional<String> otherKey(DatabaseSettings settings, Optional<SealingKey> here) {
    return on(settings, database -> SigningKeys.otherKey(database.platform(), here));
  }

  private static String warning(String other, Optional<SealingKey> here, Path data) {
    return """
        Its secrets are sealed with key %s, and there is %s here: no server starts on it, or second \
        factors and secrets of sources do not open. Put the file sealing-key of the server that the \
        backup is of at %s, or set RINGSIDE_SEALING_KEY to what it holds.\
        """
        .formatted(
            other, here.map(SealingKey::toString).orElse("none"), data.resolve(SealingKey.FILE));
  }

  /** The backup may be older than an erasure: who was anonymised since is so again. */
  private static String eraseAgain(
      ServerSettings settings,
      DatabaseSettings database,
      DatabaseCommand.Restore restore,
      Instant now,
      PrintStream err) {
    Path own = settings.data().resolve(ErasureFile.NAME);
    restore.erasures().filter(Files::notExists).ifPresent(RestoreCommand::refuseMissing);
    if (restore.erasures().isEmpty() && Files.notExists(own)) {
      err.println(warning(own));
    }
    List<Erasure> erasures = new ErasureFile(restore.erasures().orElse(own)).read();
    if (Files.isDirectory(settings.data())) {
      new ErasureFile(own).add(erasures);
    }
    return "Of %d entries on the list of erasures %d were carried out again."
        .formatted(erasures.size(), erasures.isEmpty() ? 0 : again(database, erasures, now));
  }

  private static String warning(Path own) {
    return """
        There is no list of erasures at %s: whoever was anonymised after this backup was made has \
        their name again. If anybody was, restore once more into an empty database with \
        --erasures LIST.\
        """
        .formatted(own);
  }

  private static void refuseMissing(Path list) {
    throw new CannotStart("There is no list of erasures at " + list + ".");
  }

  private static int again(DatabaseSettings settings, List<Erasure> erasures, Instant now) {
    return on(settings, database -> new Erasures(database.patientTenants(), now).again(erasures));
  }

  private static <T> T on(DatabaseSettings settings, Function<Database, Future<T>> work) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try {
      return Database.open(vertx, settings.withoutOwner())
          .compose(database -> work.apply(database).eventually(database::close))
          .await();
    } finally {
      vertx.close().await();
    }
  }

  private static String read(DatabaseSettings database, Path file, PrintStream err) {
    return StoredData.asOwner(
        database, session -> Restore.read(session, database.app().getUser(), file, err::println));
  }
}
