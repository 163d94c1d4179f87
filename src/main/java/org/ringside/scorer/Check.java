package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import org.ringside.audit.AuditSql;
import org.ringside.db.Database;
import org.ringside.db.Tenants;
import org.ringside.fact.HorizonSql;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.OrganisationSql;

/**
 * Proves the invariants on what is stored, beside a running server or without one, and changes
 * nothing: one snapshot shows the log, the checkpoint and the roster as of the same commit.
 *
 * <ol>
 *   <li>The log and what is known of its ids agree; no fact is in it twice.
 *   <li>Tallies and open sheets, with the facts behind their position, are what booking every fact
 *       in force gives, since when facts are kept.
 *   <li>No entry of the audit log was changed, nor removed by anybody but retention.
 *   <li>Per counter, agents and the row of no agent sum to their team, teams and the row of no team
 *       to the organisation: added up by the database, and once more from the log.
 * </ol>
 */
public final class Check {
  private final SqlConnection snapshot;
  private final Instant now;
  private final CheckFindings findings = new CheckFindings();

  private Check(SqlConnection snapshot, Instant now) {
    this.snapshot = snapshot;
    this.now = now;
  }

  /**
   * @param now decides which contests are open
   * @return fails only where the database cannot be read
   */
  public static Future<CheckReport> run(Database database, Instant now) {
    return database
        .dedicated()
        .compose(own -> new Check(own, now).inSnapshot().eventually(own::close));
  }

  private Future<CheckReport> inSnapshot() {
    return snapshot
        .query("begin isolation level repeatable read read only")
        .execute()
        .compose(begun -> snapshot.query(CheckSql.PATIENT).execute())
        .compose(patient -> OrganisationSql.numbers(snapshot))
        .compose(this::all)
        .eventually(() -> snapshot.query("rollback").execute())
        .map(done -> findings.report());
  }

  /** One after the other: the snapshot speaks for one organisation at a time. */
  private Future<Void> all(List<Integer> organisations) {
    Future<Void> done = Future.succeededFuture();
    for (int organisation : organisations) {
      done =
          done.compose(before -> Tenants.speakFor(snapshot, organisation))
              .compose(told -> OrganisationSql.find(snapshot, organisation))
              .compose(this::one);
    }
    return done;
  }

  private Future<Void> one(Organisation organisation) {
    findings.organisation();
    return HorizonSql.find(snapshot, organisation.number())
        .map(since -> since.orElse(Times.EVER))
        .compose(since -> CheckSql.log(snapshot, organisation.number(), since, findings))
        .compose(agreed -> audit(organisation.number()))
        .compose(agreed -> OrganisationSql.isBookedByAnother(snapshot, organisation.number()))
        .compose(foreign -> foreign ? foreign(organisation) : counters(organisation));
  }

  private Future<Void> audit(int organisation) {
    return AuditSql.broken(snapshot, organisation)
        .onSuccess(broken -> broken.forEach(findings::differs))
        .compose(followed -> AuditSql.count(snapshot, organisation))
        .onSuccess(findings::acts)
        .mapEmpty();
  }

  private Future<Void> foreign(Organisation organisation) {
    findings.differs(
        "organisation %d: its counters were made by another version; start the server once, which books them anew"
            .formatted(organisation.number()));
    return Future.succeededFuture();
  }

  private Future<Void> counters(Organisation organisation) {
    return Loader.load(snapshot, organisation, now)
        .compose(
            book ->
                new TallyCheck(snapshot, book, findings)
                    .run()
                    .compose(done -> new SheetCheck(snapshot, book, findings).run(now)));
  }
}
