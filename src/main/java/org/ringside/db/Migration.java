package org.ringside.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One numbered step of the schema, forward only. Its file is {@code V012__what_it_adds.sql} in
 * {@code db/migration} and is named in the {@code index} there, because a jar has no folder to
 * list. Once released a file is never edited: the next one corrects it.
 *
 * @param version rises from 0 without gaps
 * @param name what it adds, in words
 * @param sql with {@code ${app}} where the application's role is meant
 * @param checksum SHA-256 of the text, in hexadecimal
 */
record Migration(int version, String name, String sql, String checksum) {
  private static final String FOLDER = "/db/migration/";

  /** All steps of this release, in their order. */
  static List<Migration> all() {
    return text("index").lines().filter(line -> !line.isBlank()).map(Migration::named).toList();
  }

  /** The steps that make a schema of that version. */
  static List<Migration> upTo(int version) {
    return all().stream().filter(step -> step.version() <= version).toList();
  }

  static Migration of(int version, String name, String sql) {
    return new Migration(version, name, sql, sha256(sql));
  }

  /** The statements for one database, the role's name quoted as an identifier. */
  String sqlFor(String app) {
    return sql.replace("${app}", '"' + app.replace("\"", "\"\"") + '"');
  }

  @Override
  public String toString() {
    return "V%03d %s".formatted(version, name);
  }

  private static Migration named(String file) {
    if (!file.matches("V[0-9]{3}__[a-z0-9_]+\\.sql")) {
      throw new IllegalStateException(file + " in the index of migrations is no V000__name.sql");
    }
    String name = file.substring(6, file.length() - 4).replace('_', ' ');
    return of(Integer.parseInt(file.substring(1, 4)), name, text(file));
  }

  private static String text(String file) {
    try (InputStream in = Migration.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new IllegalStateException(FOLDER + file, e);
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] sum = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
