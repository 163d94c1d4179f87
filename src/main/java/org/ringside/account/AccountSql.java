package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts and their roles in the database. All statements are of one tenant. */
final class AccountSql {
  private static final String SELECT =
      """
      select a.account, a.login, a.name, a.agent, a.active, a.password is not null as has_password,
             a.totp is not null as has_totp, i.linked, r.roles, r.sites, r.teams
      from account a
      cross join lateral (
        select array_agg(role order by role, site, team) as roles,
               array_agg(site order by role, site, team) as sites,
               array_agg(team order by role, site, team) as teams
        from account_role g where g.organisation = a.organisation and g.account = a.account) r
      cross join lateral (
        select exists (
          select from account_identity one
          where one.organisation = a.organisation and one.account = a.account) as linked) i
      where a.organisation = $1
      """;

  private static final String FIND = SELECT + " and a.account = $2";

  private static final String PAGE =
      SELECT + " and a.account < $2 order by a.account desc limit $3";

  private static final String BY_LOGIN =
      """
      select account, password, totp, totp_step, active from account
      where organisation = $1 and login = $2
      """;

  private static final String CREATE =
      """
      insert into account (organisation, login, name, agent, created_at)
      values ($1, $2, $3, $4, $5) returning account
      """;

  private static final String CHANGE =
      "update account set name = $3, agent = $4, active = $5 where organisation = $1 and account = $2";

  private static final String DROP_ROLES =
      "delete from account_role where organisation = $1 and account = $2";

  private static final String ADD_ROLES =
      """
      insert into account_role (organisation, account, role, site, team)
      select $1, $2, * from unnest($3::text[], $4::int[], $5::int[])
      """;

  private static final String ADMINISTRATORS =
      """
      select count(*) from account a
      join account_role g on g.organisation = a.organisation and g.account = a.account
      where a.organisation = $1 and g.role = 'administrator' and a.active
        and a.password is not null
      """;

  private static final String ANONYMISED =
      """
      select exists (
        select from erasure where organisation = $1 and (account = $2 or agent = $3))
      """;

  /** Whoever changes the roles of an organisation waits for whoever does already. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('ringside.account_role'), $1)";

  private static final String PUT_PASSWORD =
      "update account set password = $3 where organisation = $1 and account = $2";

  private static final String REHASH =
      """
      update account set password = $4
      where organisation = $1 and account = $2 and password = $3
      """;

  private static final String OFFER_FACTOR =
      """
      update account set totp_pending = $3
      where organisation = $1 and account = $2 and totp is null
      """;

  private static final String PENDING_FACTOR =
      "select totp_pending from account where organisation = $1 and account = $2";

  private static final String TAKE_FACTOR =
      """
      update account set totp = totp_pending, totp_pending = null, totp_step = $3
      where organisation = $1 and account = $2 and totp is null and totp_pending = $4
      """;

  private static final String DROP_FACTOR =
      """
      update account set totp = null, totp_pending = null
      where organisation = $1 and account = $2
      """;

  private static final String USE_STEP =
      """
      update account set totp_step = $3
      where organisation = $1 and account = $2 and totp_step < $3
      """;

  private static final String UNIQUE_VIOLATION = "23505";

  private AccountSql() {}

  /** What another account has already. */
  enum Taken {
    LOGIN,
    AGENT,
    NOTHING
  }

  /** Which of them a statement failed for; nothing where it failed for another reason. */
  static Taken taken(Throwable failure) {
    if (failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState())) {
      boolean agent = String.valueOf(refused.getConstraint()).contains("agent");
      return agent ? Taken.AGENT : Taken.LOGIN;
    }
    return Taken.NOTHING;
  }

  /**
   * What sign-in compares with.
   *
   * @param password argon2id in PHC form, null before one was chosen
   * @param factor sealed secret of the second factor, null without one
   * @param step of the last code that was used
   */
  record Lock(
      int account, @Nullable String password, @Nullable Buffer factor, long step, boolean active) {}

  static Future<Optional<Account>> find(SqlClient tenant, int organisation, int account) {
    return tenant
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation, account))
        .map(rows -> accounts(rows).stream().findFirst());
  }

  /** Newest first. */
  static Future<List<Account>> page(SqlClient tenant, int organisation, int below, int limit) {
    return tenant
        .preparedQuery(PAGE)
        .execute(Tuple.of(organisation, below, limit))
        .map(AccountSql::accounts);
  }

  private static List<Account> accounts(Iterable<Row> rows) {
    var found = new ArrayList<Account>();
    for (Row row : rows) {
      found.add(
          new Account(
              row.getInteger("account"),
              row.getString("login"),
              row.getString("name"),
              row.getInteger("agent"),
              row.getBoolean("active"),
              row.getBoolean("has_password"),
              row.getBoolean("linked"),
              row.getBoolean("has_totp"),
              roles(row)));
    }
    return found;
  }

  private static List<Assignment> roles(Row row) {
    @Nullable String[] roles = row.getArrayOfStrings("roles");
    if (roles == null) {
      return List.of();
    }
    @Nullable Integer[] sites = row.getArrayOfIntegers("sites");
    @Nullable Integer[] teams = row.getArrayOfIntegers("teams");
    var all = new ArrayList<Assignment>();
    for (int i = 0; i < roles.length; i++) {
      Role role = Role.valueOf(String.valueOf(roles[i]).toUpperCase(Locale.ROOT));
      all.add(new Assignment(role, sites[i], teams[i]));
    }
    return all;
  }

  static Future<Optional<Lock>> lock(SqlClient tenant, int organisation, String login) {
    return tenant
        .preparedQuery(BY_LOGIN)
        .execute(Tuple.of(organisation, login))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new Lock(
                        row.getInteger("account"),
                        row.getString("password"),
                        row.getBuffer("totp"),
                        row.getLong("totp_step"),
                        row.getBoolean("active")));
              }
              return Optional.empty();
            });
  }

  /** Adds an account without password or roles, and gives its number. */
  static Future<Integer> create(
      SqlClient tenant,
      int organisation,
      String login,
      String name,
      @Nullable Integer agent,
      Instant now) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addString(login)
            .addString(name)
            .addInteger(agent)
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    return tenant
        .preparedQuery(CREATE)
        .execute(values)
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  static Future<Void> change(
      SqlClient tenant,
      int organisation,
      int account,
      String name,
      @Nullable Integer agent,
      boolean active) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addInteger(account)
            .addString(name)
            .addInteger(agent)
            .addBoolean(active);
    return tenant.preparedQuery(CHANGE).execute(values).mapEmpty();
  }

  /** Gives an account exactly these roles. */
  static Future<Void> putRoles(
      SqlClient tenant, int organisation, int account, List<Assignment> roles) {
    Tuple values =
        Tuple.of(organisation, account)
            .addArrayOfString(roles.stream().map(AccountSql::wire).toArray(String[]::new))
            .addArrayOfInteger(roles.stream().map(Assignment::site).toArray(Integer[]::new))
            .addArrayOfInteger(roles.stream().map(Assignment::team).toArray(Integer[]::new));
    return tenant
        .preparedQuery(DROP_ROLES)
        .execute(Tuple.of(organisation, account))
        .compose(dropped -> tenant.preparedQuery(ADD_ROLES).execute(values))
        .mapEmpty();
  }

  private static String wire(Assignment one) {
    return one.role().name().toLowerCase(Locale.ROOT);
  }

  /** Lets nobody else change roles of the organisation until the transaction ends. */
  static Future<Void> lockRoles(SqlClient tenant, int organisation) {
    return tenant.preparedQuery(LOCK).execute(Tuple.of(organisation)).mapEmpty();
  }

  /** Whether an account, or an agent, is of somebody who was anonymised. */
  static Future<Boolean> isAnonymised(
      SqlClient tenant, int organisation, @Nullable Integer account, @Nullable Integer agent) {
    Tuple values = Tuple.tuple().addInteger(organisation).addInteger(account).addInteger(agent);
    return tenant
        .preparedQuery(ANONYMISED)
        .execute(values)
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** How many active administrators there are. */
  static Future<Long> administrators(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(ADMINISTRATORS)
        .execute(Tuple.of(organisation))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  static Future<Void> putPassword(SqlClient tenant, int organisation, int account, String phc) {
    return tenant
        .preparedQuery(PUT_PASSWORD)
        .execute(Tuple.of(organisation, account, phc))
        .mapEmpty();
  }

  /** Puts the same password under other parameters, unless it was changed meanwhile. */
  static Future<Void> rehash(
      SqlClient tenant, int organisation, int account, String old, String anew) {
    return tenant
        .preparedQuery(REHASH)
        .execute(Tuple.of(organisation, account, old, anew))
        .mapEmpty();
  }

  /** Keeps a secret until its first code proves that somebody has it. */
  static Future<Void> offerFactor(SqlClient tenant, int organisation, int account, Buffer sealed) {
    return tenant
        .preparedQuery(OFFER_FACTOR)
        .execute(Tuple.of(organisation, account, sealed))
        .mapEmpty();
  }

  /** The sealed secret that waits for its first code. */
  static Future<Optional<Buffer>> pendingFactor(SqlClient tenant, int organisation, int account) {
    return tenant
        .preparedQuery(PENDING_FACTOR)
        .execute(Tuple.of(organisation, account))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.ofNullable(row.getBuffer(0));
              }
              return Optional.empty();
            });
  }

  /** Makes the offered secret the account's; false where it is not the one that waits. */
  static Future<Boolean> takeFactor(
      SqlClient tenant, int organisation, int account, Buffer sealed, long step) {
    return tenant
        .preparedQuery(TAKE_FACTOR)
        .execute(Tuple.of(organisation, account, step, sealed))
        .map(rows -> rows.rowCount() > 0);
  }

  static Future<Void> dropFactor(SqlClient tenant, int organisation, int account) {
    return tenant.preparedQuery(DROP_FACTOR).execute(Tuple.of(organisation, account)).mapEmpty();
  }

  /** Uses up the code of a step; false where it, or a later one, was used before. */
  static Future<Boolean> useStep(SqlClient tenant, int organisation, int account, long step) {
    return tenant
        .preparedQuery(USE_STEP)
        .execute(Tuple.of(organisation, account, step))
        .map(rows -> rows.rowCount() > 0);
  }
}
