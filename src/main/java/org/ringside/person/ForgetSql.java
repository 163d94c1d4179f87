package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.fact.Restated;
import org.ringside.floor.Span;

/**
 * Takes a person out of the tables, in the transaction of its caller, which speaks for one tenant.
 */
final class ForgetSql {
  private static final String ERASED =
      """
      select exists (
        select from erasure where organisation = $1 and (agent = $2 or account = $3)) as done
      """;

  private static final String ERASE =
      """
      insert into erasure (organisation, erasure, agent, account, who, at)
      select $1, coalesce(max(erasure), 0) + 1, $2, $3, $4, $5 from erasure where organisation = $1
      """;

  private static final String ALL =
      """
      select agent, account, who, at from erasure where organisation = $1 order by erasure
      """;

  private static final String KEY = "select customer_key from organisation where organisation = $1";

  private static final String ACCOUNT =
      "select login, name from account where organisation = $1 and account = $2";

  private static final String LOCK_ACCOUNT =
      "select from account where organisation = $1 and account = $2 for update";

  private static final String GONE =
      """
      select hash, source, nullif(valid_from, '-infinity') as valid_from, valid_to, held
      from gone_spelling where organisation = $1
      """;

  private static final String ADD_GONE =
      """
      insert into gone_spelling (organisation, hash, source, valid_from, valid_to, held)
      select $1, hash, source, coalesce(since, '-infinity'), until, held
      from unnest($2::bytea[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::boolean[])
        as gone (hash, source, since, until, held)
      on conflict (organisation, hash, source, valid_from) do nothing
      """;

  private static final String STRANGERS =
      """
      update stranger s set subject = w.instead
      from unnest($2::text[], $3::text[]) as w (word, instead)
      where s.organisation = $1 and s.subject = w.word
      """;

  private static final String REWRITE = "select rewrite_facts($1, $2, $3, $4, $5, $6)";

  private static final String HIDE_IDS = "select hide_fact_ids($1, $2, $3)";

  private static final String FORGET_NAMES = "select forget_names($1, $2, $3)";

  private static final String REDACT =
      "select audit_redact($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

  private static final String END_ACCOUNT =
      """
      update account set login = $3, name = $4, password = null, totp = null, totp_pending = null,
        active = false
      where organisation = $1 and account = $2
      """;

  private static final String DROP_ROLES =
      "delete from account_role where organisation = $1 and account = $2";

  private static final String DROP_IDENTITIES =
      "delete from account_identity where organisation = $1 and account = $2";

  private static final String DROP_LINKS =
      "delete from one_time_link where organisation = $1 and account = $2";

  private static final String DROP_SESSIONS =
      "delete from session where organisation = $1 and account = $2 returning session";

  private static final String IDENTITIES =
      "select issuer, subject from account_identity where organisation = $1 and account = $2";

  /** Of no source, and of no time: what an identity provider calls somebody is theirs for ever. */
  private static final String IS_GONE =
      """
      select exists (
        select from gone_spelling where organisation = $1 and hash = $2 and source = '')
      """;

  /** Names that the account had before, unless they are somebody else's now. */
  private static final String FORMER_NAMES =
      """
      select distinct said.name
      from audit_entry e
      cross join lateral (values (e.before::jsonb ->> 'name'), (e.after::jsonb ->> 'name'))
        as said (name)
      where e.organisation = $1 and e.subject = $2 and e.act like 'account.%'
        and said.name is not null
        and not exists (
          select from agent a
          where a.organisation = $1 and a.name = said.name and a.agent is distinct from $3)
        and not exists (
          select from account o
          where o.organisation = $1 and o.name = said.name and o.account <> $4)
      """;

  private ForgetSql() {}

  /** What an account is called. */
  record Called(String login, String name) {}

  static Future<Boolean> isErased(SqlClient transaction, int organisation, Person person) {
    return transaction
        .preparedQuery(ERASED)
        .execute(numbers(organisation, person))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  private static Tuple numbers(int organisation, Person person) {
    return Tuple.tuple()
        .addInteger(organisation)
        .addInteger(person.agent())
        .addInteger(person.account());
  }

  static Future<Void> erase(SqlClient transaction, int organisation, Erasure erasure) {
    Tuple values =
        numbers(organisation, erasure.person())
            .addBuffer(Buffer.buffer(HexFormat.of().parseHex(erasure.who())))
            .addOffsetDateTime(utc(erasure.at()));
    return transaction.preparedQuery(ERASE).execute(values).mapEmpty();
  }

  /** Everybody who was anonymised, in order. */
  static Future<List<Erasure>> all(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(ALL)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var found = new ArrayList<Erasure>(rows.size());
              rows.forEach(row -> found.add(erasure(organisation, row)));
              return found;
            });
  }

  private static Erasure erasure(int organisation, Row row) {
    return new Erasure(
        organisation,
        new Person(row.getInteger("agent"), row.getInteger("account")),
        HexFormat.of().formatHex(row.getBuffer("who").getBytes()),
        row.getOffsetDateTime("at").toInstant());
  }

  /** The key under which an organisation's spellings are hashed. */
  static Future<byte[]> key(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(KEY)
        .execute(Tuple.of(organisation))
        .map(rows -> rows.iterator().next().getBuffer(0).getBytes());
  }

  /** Null where there is no such account. */
  static Future<@Nullable Called> account(
      SqlClient transaction, int organisation, @Nullable Integer account) {
    if (account == null) {
      return Future.succeededFuture(null);
    }
    return transaction
        .preparedQuery(ACCOUNT)
        .execute(Tuple.of(organisation, account))
        .map(
            rows -> {
              for (Row row : rows) {
                return new Called(row.getString("login"), row.getString("name"));
              }
              return null;
            });
  }

  /** Lets nobody else change the account until the transaction ends. */
  static Future<Void> lockAccount(
      SqlClient transaction, int organisation, @Nullable Integer account) {
    return account == null
        ? Future.succeededFuture()
        : transaction
            .preparedQuery(LOCK_ACCOUNT)
            .execute(Tuple.of(organisation, account))
            .mapEmpty();
  }

  static Future<GoneSpellings> gone(SqlClient tenant, int organisation, byte[] key) {
    return tenant
        .preparedQuery(GONE)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var found = new ArrayList<GoneSpellings.Gone>(rows.size());
              rows.forEach(row -> found.add(gone(row)));
              return new GoneSpellings(key, found);
            });
  }

  private static GoneSpellings.Gone gone(Row row) {
    OffsetDateTime from = row.getOffsetDateTime("valid_from");
    return new GoneSpellings.Gone(
        HexFormat.of().formatHex(row.getBuffer("hash").getBytes()),
        row.getString("source"),
        new Span(
            from == null ? Span.BEGINNING : from.toInstant().toEpochMilli(),
            row.getOffsetDateTime("valid_to").toInstant().toEpochMilli()),
        row.getBoolean("held"));
  }

  static Future<Void> addGone(
      SqlClient transaction, int organisation, List<GoneSpellings.Gone> gone) {
    Tuple values =
        Tuple.of(organisation)
            .addArrayOfBuffer(
                gone.stream()
                    .map(one -> Buffer.buffer(HexFormat.of().parseHex(one.hash())))
                    .toArray(Buffer[]::new))
            .addArrayOfString(gone.stream().map(GoneSpellings.Gone::source).toArray(String[]::new))
            .addArrayOfOffsetDateTime(
                gone.stream().map(one -> time(one.span().fromMs())).toArray(OffsetDateTime[]::new))
            .addArrayOfOffsetDateTime(
                gone.stream().map(one -> time(one.span().toMs())).toArray(OffsetDateTime[]::new))
            .addArrayOfBoolean(gone.stream().map(GoneSpellings.Gone::held).toArray(Boolean[]::new));
    return transaction.preparedQuery(ADD_GONE).execute(values).mapEmpty();
  }

  private static @Nullable OffsetDateTime time(long ms) {
    return ms == Span.BEGINNING ? null : utc(Instant.ofEpochMilli(ms));
  }

  static Future<Void> renameStrangers(
      SqlClient transaction, int organisation, Map<String, String> words) {
    return transaction
        .preparedQuery(STRANGERS)
        .execute(words(Tuple.of(organisation), words))
        .mapEmpty();
  }

  private static Tuple words(Tuple values, Map<String, String> words) {
    return values
        .addArrayOfString(words.keySet().toArray(String[]::new))
        .addArrayOfString(words.values().toArray(String[]::new));
  }

  /** A fact with what it says from now on. */
  record Rewritten(FactRow row, Restated restated) {}

  static Future<Void> rewrite(SqlClient transaction, int organisation, List<Rewritten> facts) {
    Tuple values =
        Tuple.of(organisation)
            .addArrayOfLong(facts.stream().map(one -> one.row().seq()).toArray(Long[]::new))
            .addArrayOfOffsetDateTime(
                facts.stream().map(one -> utc(one.row().time())).toArray(OffsetDateTime[]::new))
            .addArrayOfString(
                facts.stream().map(one -> one.restated().subject()).toArray(String[]::new))
            .addArrayOfString(
                facts.stream().map(one -> one.restated().data()).toArray(String[]::new))
            .addArrayOfBuffer(
                facts.stream()
                    .map(one -> Buffer.buffer(one.restated().digest()))
                    .toArray(Buffer[]::new));
    return transaction.preparedQuery(REWRITE).execute(values).mapEmpty();
  }

  static Future<Void> hideIds(
      SqlClient transaction, int organisation, List<String> subjects, String pattern) {
    Tuple values =
        Tuple.of(organisation).addArrayOfString(subjects.toArray(String[]::new)).addString(pattern);
    return transaction.preparedQuery(HIDE_IDS).execute(values).mapEmpty();
  }

  static Future<Void> forgetNames(
      SqlClient transaction, int organisation, List<String> names, String instead) {
    Tuple values =
        Tuple.of(organisation).addArrayOfString(names.toArray(String[]::new)).addString(instead);
    return transaction.preparedQuery(FORGET_NAMES).execute(values).mapEmpty();
  }

  /** Calls the person otherwise in the audit log, and notes the act. */
  static Future<Void> redact(
      SqlClient transaction,
      int organisation,
      Act act,
      String account,
      Renaming renaming,
      Instant now) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addOffsetDateTime(utc(now))
            .addString(act.actor())
            .addString(act.subject())
            .addString(act.reason())
            .addString(act.address())
            .addString(account);
    words(values, renaming.words())
        .addArrayOfString(renaming.distinctNames().toArray(String[]::new))
        .addString(renaming.name());
    return transaction.preparedQuery(REDACT).execute(values).mapEmpty();
  }

  /** Nobody signs in by it any more, and it says nothing of whose it was; gives its sessions. */
  static Future<List<UUID>> endAccount(
      SqlClient transaction, int organisation, int account, String login, String name) {
    Tuple one = Tuple.of(organisation, account);
    return transaction
        .preparedQuery(END_ACCOUNT)
        .execute(Tuple.of(organisation, account, login, name))
        .compose(done -> transaction.preparedQuery(DROP_ROLES).execute(one))
        .compose(done -> transaction.preparedQuery(DROP_IDENTITIES).execute(one))
        .compose(done -> transaction.preparedQuery(DROP_LINKS).execute(one))
        .compose(done -> transaction.preparedQuery(DROP_SESSIONS).execute(one))
        .map(
            rows -> {
              var ended = new ArrayList<UUID>(rows.size());
              rows.forEach(row -> ended.add(row.getUUID(0)));
              return ended;
            });
  }

  /** What identity providers call an account, each as a hash. */
  static Future<List<byte[]>> identities(
      SqlClient transaction, int organisation, int account, SpellingHash hashes) {
    return transaction
        .preparedQuery(IDENTITIES)
        .execute(Tuple.of(organisation, account))
        .map(
            rows -> {
              var found = new ArrayList<byte[]>(rows.size());
              rows.forEach(
                  row ->
                      found.add(
                          hashes.ofIdentity(row.getString("issuer"), row.getString("subject"))));
              return found;
            });
  }

  static Future<Boolean> isGone(SqlClient tenant, int organisation, byte[] hash) {
    return tenant
        .preparedQuery(IS_GONE)
        .execute(Tuple.of(organisation, Buffer.buffer(hash)))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** What the audit log knows the account to have been called. */
  static Future<Set<String>> formerNames(SqlClient transaction, int organisation, Person person) {
    Integer account = person.account();
    if (account == null) {
      return Future.succeededFuture(Set.of());
    }
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addString(person.actor())
            .addInteger(person.agent())
            .addInteger(account);
    return transaction
        .preparedQuery(FORMER_NAMES)
        .execute(values)
        .map(
            rows -> {
              var found = new TreeSet<String>();
              rows.forEach(row -> found.add(row.getString(0)));
              return found;
            });
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
