package org.ringside.audit;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log in the database. All statements are of one tenant. */
public final class AuditSql {
  private static final String NOTE = "select audit($1, $2, $3, $4, $5, $6, $7, $8, $9)";

  private static final String SEARCH =
      """
      select seq, at, actor, act, subject, before, after, reason, address, hash from audit_entry
      where organisation = $1 and seq < $2
        and ($3::text is null or actor = $3) and ($4::text is null or act = $4)
        and ($5::text is null or subject = $5)
        and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
      order by seq desc limit $8
      """;

  /**
   * Entries that do not follow from the one before them, and a head that is not the newest. Of an
   * entry in which somebody is called otherwise since, its old hash still binds the one behind it,
   * and the entry that did that binds what stands there now. Where the oldest were removed, the
   * chain begins at the anchor, and the newest entry that says so names it.
   */
  private static final String BROKEN =
      """
      select seq, case when seq <> prior_seq + 1 then 'entries before it are missing'
                       else 'it was changed, or one before it was' end
      from (
        select e.*, lag(e.seq, 1, coalesce(a.seq, 0)) over chain as prior_seq,
          lag(e.hash, 1, coalesce(a.hash, decode(repeat('00', 32), 'hex'))) over chain as prior,
          (select r.hash from audit_redaction r
           where r.organisation = e.organisation and r.seq = e.seq
           order by r.by_seq desc limit 1) as redacted
        from audit_entry e left join audit_anchor a on a.organisation = e.organisation
        where e.organisation = $1
        window chain as (order by e.seq)) as chained
      where seq <> prior_seq + 1
        or (redacted is null and hash <> audit_hash(
          prior, organisation, seq, at, actor, act, subject, before, after, reason, address))
        or redacted <> audit_hash(
          prior, organisation, seq, at, actor, act, subject, before, after, reason, address)
      union all
      select s.by_seq, 'other words were taken out of the log than it says'
      from (
        select r.by_seq,
          audit_seal_on(coalesce(a.seal, ''), r.seq, r.hash order by r.seq) as seal
        from audit_redaction r
        left join audit_redaction_anchor a
          on a.organisation = r.organisation and a.by_seq = r.by_seq
        where r.organisation = $1 group by r.by_seq
        union all
        select a.by_seq, a.seal
        from audit_redaction_anchor a
        where a.organisation = $1 and not exists (
          select from audit_redaction r
          where r.organisation = $1 and r.by_seq = a.by_seq)) as s
      left join audit_entry e on e.organisation = $1 and e.seq = s.by_seq
        and e.act = 'person.anonymised'
      where (e.after::json ->> 'seal') is distinct from encode(s.seal, 'hex')
      union all
      select a.seq, 'what was up to it was removed, and the log says otherwise'
      from audit_anchor a
      left join lateral (
        select e.after::json as said from audit_entry e
        where e.organisation = $1 and e.act = 'audit.shortened'
        order by e.seq desc limit 1) as newest on true
      where a.organisation = $1
        and (newest.said ->> 'through', newest.said ->> 'hash')
          is distinct from (a.seq::text, encode(a.hash, 'hex'))
      union all
      select h.seq, 'the log does not end with the entry that was written last'
      from audit_head h
      where h.organisation = $1 and h.seq > 0 and not exists (
        select from audit_entry e
        where e.organisation = $1 and e.seq = h.seq and e.hash = h.hash)
      order by seq limit 100
      """;

  private static final String COUNT = "select count(*) from audit_entry where organisation = $1";

  private static final String SHORTEN = "select audit_shorten($1, $2, $3, $4)";

  private AuditSql() {}

  /** Sentences about entries that are not as they were written; none where all are. */
  public static Future<List<String>> broken(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(BROKEN)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var found = new ArrayList<String>(rows.size());
              rows.forEach(
                  row ->
                      found.add(
                          "organisation %d, audit entry %d: %s"
                              .formatted(organisation, row.getLong(0), row.getString(1))));
              return found;
            });
  }

  /** How many entries there are. */
  public static Future<Long> count(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(COUNT)
        .execute(Tuple.of(organisation))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /**
   * Removes the oldest entries, and notes that.
   *
   * @param before the first entry that was written then or later stays, with all behind it
   * @param most entries that go at a time
   * @return how many went; nothing is noted where none did
   */
  public static Future<Integer> shorten(
      SqlClient tenant, int organisation, Instant before, Instant now, int most) {
    Tuple values =
        Tuple.of(organisation, now.atOffset(ZoneOffset.UTC), before.atOffset(ZoneOffset.UTC), most);
    return tenant
        .preparedQuery(SHORTEN)
        .execute(values)
        .map(rows -> rows.iterator().next().getLong(0).intValue());
  }

  /**
   * Notes an act.
   *
   * @param transaction the one that does it, so that both happen or neither
   */
  public static Future<Void> note(SqlClient transaction, int organisation, Act act, Instant now) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
            .addString(act.actor())
            .addString(act.what())
            .addString(act.subject())
            .addString(text(act.before()))
            .addString(text(act.after()))
            .addString(act.reason())
            .addString(act.address());
    return transaction.preparedQuery(NOTE).execute(values).mapEmpty();
  }

  private static @Nullable String text(@Nullable JsonObject json) {
    return json == null ? null : json.encode();
  }

  /** Entries that match, newest first. */
  static Future<List<Entry>> search(
      SqlClient tenant, int organisation, AuditQuery query, long below, int limit) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addLong(below)
            .addString(query.actor())
            .addString(query.act())
            .addString(query.subject())
            .addOffsetDateTime(query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC))
            .addInteger(limit);
    return tenant
        .preparedQuery(SEARCH)
        .execute(values)
        .map(
            rows -> {
              var found = new ArrayList<Entry>(rows.size());
              rows.forEach(row -> found.add(entry(row)));
              return found;
            });
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getLong("seq"),
        row.getOffsetDateTime("at").toInstant(),
        new Act(
            row.getString("actor"),
            row.getString("act"),
            row.getString("subject"),
            json(row.getString("before")),
            json(row.getString("after")),
            row.getString("reason"),
            row.getString("address")),
        HexFormat.of().formatHex(row.getBuffer("hash").getBytes()));
  }

  private static @Nullable JsonObject json(@Nullable String text) {
    return text == null ? null : new JsonObject(text);
  }
}
