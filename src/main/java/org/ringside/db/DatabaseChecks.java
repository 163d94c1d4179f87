package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import org.ringside.frame.CannotStart;

/** What must be true of a database before anything is built on it. */
final class DatabaseChecks {
  private static final String SELECT_SELF =
      """
        select current_setting('server_version') as version,
               current_setting('server_version_num')::int / 10000 as major,
               current_setting('server_encoding') as encoding,
               r.rolsuper or r.rolbypassrls or r.rolcreaterole as mighty,
               has_schema_privilege('public', 'create') as creates,
               exists (select from pg_class c where c.relowner = r.oid) as owns,
               exists (select from pg_class c
                       where c.relowner <> r.oid and pg_has_role(r.oid, c.relowner, 'member'))
                 or exists (select from pg_roles s
                            where (s.rolsuper or s.rolbypassrls) and s.oid <> r.oid
                              and pg_has_role(r.oid, s.oid, 'member')) as borrows
        from pg_roles r where r.rolname = current_user
        """;

  /** Fails with {@link CannotStart} unless all is well; returns the version, such as 18.6. */
  static Future<String> version(SqlConnection app, Migrator migrator) {
    return app.query(SELECT_SELF)
        .execute()
        .map(rows -> supported(rows.iterator().next()))
        .compose(version -> migrator.check(app).map(version));
  }

  private static String supported(Row self) {
    int major = self.getInteger("major");
    String version = self.getString("version");
    refuseIf(
        major < 15 || major > 18,
        "It is PostgreSQL %s, and this Ringside works with 15 to 18.".formatted(version));
    refuseIf(
        !"UTF8".equals(self.getString("encoding")),
        "Its encoding is not UTF8: make the database with encoding 'UTF8'.");
    refuseIf(
        self.getBoolean("mighty"),
        "The role of RINGSIDE_DATABASE_URL is a superuser, makes roles or passes row security: give the application a plain role.");
    refuseIf(
        self.getBoolean("owns") || self.getBoolean("creates"),
        "The role of RINGSIDE_DATABASE_URL owns tables or may create them: give the application a role of its own and migrate with RINGSIDE_DATABASE_OWNER_URL.");
    refuseIf(
        self.getBoolean("borrows"),
        "The role of RINGSIDE_DATABASE_URL is a member of the role that owns the tables, or of one that passes row security: revoke that role from it.");
    return version;
  }

  private static void refuseIf(boolean wrong, String why) {
    if (wrong) {
      throw new CannotStart("This database cannot be used. " + why);
    }
  }
}
