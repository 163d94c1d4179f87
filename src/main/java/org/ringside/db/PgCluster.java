package org.ringside.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.ringside.frame.CannotStart;

/**
 * The embedded cluster on disk: made once, with the database and both roles in it, before it gets
 * its name. A folder of that name is therefore always whole, wherever the making was cut off.
 */
final class PgCluster {
  static final String DATABASE = "ringside";
  static final String OWNER = "ringside_owner";
  static final String APP = "ringside_app";
  static final String SUPERUSER = "postgres";

  private PgCluster() {}

  /** The folder's cluster, made where there is none; refused where another major made it. */
  static Path in(DataFolder data, PgBinaries binaries) throws IOException {
    Path cluster = data.database();
    if (Files.isDirectory(cluster)) {
      refuseOtherMajor(cluster, binaries);
    } else {
      removeUnfinished(data);
      make(data, binaries);
    }
    return cluster;
  }

  private static void refuseOtherMajor(Path cluster, PgBinaries binaries) throws IOException {
    int major = PgBinaries.majorOf(Files.readString(cluster.resolve("PG_VERSION")));
    if (major != binaries.major()) {
      throw new CannotStart(
          "The database in %s was written by PostgreSQL %d and this Ringside brings PostgreSQL %d: start the release that wrote it, back it up there and restore it here."
              .formatted(cluster, major, binaries.major()));
    }
  }

  private static void removeUnfinished(DataFolder data) throws IOException {
    try (var unfinished = Files.newDirectoryStream(data.root(), "database-making-*")) {
      for (Path one : unfinished) {
        PrivateFiles.remove(one);
      }
    }
  }

  private static void make(DataFolder data, PgBinaries binaries) throws IOException {
    Path fresh = Files.createTempDirectory(data.root(), "database-making-");
    Path password = data.secret("superuser-password");
    PrivateFiles.secret(password);
    succeed("initdb", initdb(binaries, fresh, password), "");
    succeed("making the roles", singleUser(binaries, fresh), rolesAndDatabase(data));
    Files.move(fresh, data.database(), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Over the socket, which lies in a private folder and is the only way in, the password is sent as
   * it is: it is random and long, and its derivation costs a start a tenth of its time. What is
   * stored is a SCRAM verifier.
   */
  private static List<String> initdb(PgBinaries binaries, Path fresh, Path password)
      throws IOException {
    var words =
        new ArrayList<>(
            List.of(
                binaries.initdb().toString(),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth-host=scram-sha-256",
                "--auth-local=password",
                "--encoding=UTF8",
                "--data-checksums"));
    words.addAll(locale(binaries.major()));
    return PgCommand.asThisUser(words);
  }

  /** From 17 on the order of texts is PostgreSQL's own and cannot change under an index. */
  private static List<String> locale(int major) {
    return major >= 17
        ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        : List.of("--locale=C.UTF-8");
  }

  private static List<String> singleUser(PgBinaries binaries, Path fresh) throws IOException {
    return PgCommand.asThisUser(
        List.of(
            binaries.postgres().toString(),
            "--single",
            "-D",
            fresh.toString(),
            "-c",
            "exit_on_error=on",
            "postgres"));
  }

  /** One statement a line, as single-user mode reads them; the passwords are base64url. */
  private static String rolesAndDatabase(DataFolder data) throws IOException {
    return """
        create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls password '%2$s';
        create role %3$s login nosuperuser nocreatedb nocreaterole nobypassrls password '%4$s';
        create database %5$s owner %1$s;
        """
            .formatted(
                OWNER,
                PrivateFiles.secret(data.secret("owner-password")),
                APP,
                PrivateFiles.secret(data.secret("app-password")),
                DATABASE)
        + grantsOn(DATABASE);
  }

  /** A database's own rights, which copying it does not copy: the application may connect. */
  static String grantsOn(String database) {
    return """
        revoke all on database %1$s from public;
        grant connect on database %1$s to %2$s;
        """
        .formatted(database, APP);
  }

  private static void succeed(String what, List<String> words, String input) throws IOException {
    PgCommand.Outcome outcome = PgCommand.run(words, input);
    if (!outcome.succeeded()) {
      throw new CannotStart(
          "The embedded PostgreSQL could not be set up: %s ended with status %d and said: %s"
              .formatted(what, outcome.status(), outcome.output()));
    }
  }
}
