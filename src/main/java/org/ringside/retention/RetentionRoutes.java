package org.ringside.retention;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.db.Tenants;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.organisation.Organisations;

/** For how long the caller's organisation keeps what. */
public final class RetentionRoutes {
  private static final String PATH = "/api/v1/organisation/retention";

  private final Tenants tenants;
  private final Organisations organisations;
  private final InstantSource clock;

  public RetentionRoutes(Tenants tenants, Organisations organisations, InstantSource clock) {
    this.tenants = tenants;
    this.organisations = organisations;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(PATH, Permission.READ_ORGANISATION, this::get),
        Endpoint.put(PATH, Permission.CHANGE_ORGANISATION, Endpoint.Body.SMALL, this::put));
  }

  private Future<Void> get(Call call) {
    return RetentionSql.find(tenants.of(call.organisation()), call.organisation())
        .compose(kept -> call.json(200, json(call, kept)));
  }

  private JsonObject json(Call call, Retention kept) {
    Instant since = organisations.factsSince(call.organisation());
    return kept.json().put("factsSince", since == null ? null : since.toString());
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
        .compose(kept -> call.json(200, json(call, kept)));
  }

  private static Retention read(Fields body, Retention before) {
    Retention wanted = before;
    for (Kind kind : Kind.values()) {
      wanted = wanted.with(kind, days(body, kind, before.days(kind)));
    }
    body.done();
    return wanted;
  }

  private static int days(Fields body, Kind kind, int before) {
    int days = body.integer(kind.field(), before, Retention.FOR_EVER, Retention.MOST_DAYS);
    if (days != Retention.FOR_EVER && days < kind.least) {
      body.refuse(
          kind.field(),
          "0 for ever, or days from " + kind.least + " to " + Retention.MOST_DAYS,
          Integer.toString(kind.least));
    }
    return days;
  }
}
