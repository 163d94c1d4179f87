package org.ringside.retention;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.db.Tenants;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;

/** For how long the caller's organisation keeps what. */
public final class RetentionRoutes {
  private static final String PATH = "/api/v1/organisation/retention";

  private final Tenants tenants;
  private final InstantSource clock;

  public RetentionRoutes(Tenants tenants, InstantSource clock) {
    this.tenants = tenants;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(PATH, Permission.READ_ORGANISATION, this::get),
        Endpoint.put(PATH, Permission.CHANGE_ORGANISATION, Endpoint.Body.SMALL, this::put));
  }

  private Future<Void> get(Call call) {
    return RetentionSql.find(tenants.of(call.organisation()), call.organisation())
        .compose(kept -> call.json(200, kept.json()));
  }

  /** Fields that are not named stay as they are. */
  private Future<Void> put(Call call) {
    int organisation = call.organisation();
    Fields body = call.body();
    return tenants
        .of(organisation)
        .inTransaction(
            transaction ->
                RetentionSql.find(transaction, organisation)
                    .compose(
                        before -> {
                          Retention wanted = read(body, before);
                          Act act =
                              Act.of(call, "retention.changed", "retention")
                                  .from(before.json())
                                  .to(wanted.json());
                          return RetentionSql.put(transaction, organisation, wanted)
                              .compose(
                                  put ->
                                      AuditSql.note(
                                          transaction, organisation, act, clock.instant()))
                              .map(wanted);
                        }))
        .compose(kept -> call.json(200, kept.json()));
  }

  private static Retention read(Fields body, Retention before) {
    var wanted =
        new Retention(
            days(body, "sessionsDays", before.sessionsDays()),
            days(body, "refusalsDays", before.refusalsDays()));
    body.done();
    return wanted;
  }

  private static @Nullable Integer days(Fields body, String field, @Nullable Integer before) {
    int now = Objects.requireNonNullElse(before, Retention.FOR_EVER);
    int days = body.integer(field, now, Retention.FOR_EVER, Retention.MOST_DAYS);
    return days == Retention.FOR_EVER ? null : days;
  }
}
