package org.ringside.screen;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.db.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises alarms: on the screen's row, in the audit log, as a line and as a number. */
final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private final Tenants tenants;
  private final Map<Alarm.Reason, Counter> raised = new EnumMap<>(Alarm.Reason.class);

  Alarms(Tenants tenants, MeterRegistry meters) {
    this.tenants = tenants;
    for (Alarm.Reason reason : Alarm.Reason.values()) {
      raised.put(
          reason,
          Counter.builder("ringside.screen.alarms")
              .description("screens that were used by somebody else as well")
              .tag("reason", reason.name())
              .register(meters));
    }
  }

  /** False where one stands already. */
  Future<Boolean> raise(int organisation, int screen, Alarm alarm) {
    return tenants
        .of(organisation)
        .inTransaction(transaction -> note(transaction, organisation, screen, alarm))
        .onSuccess(
            noted -> {
              if (noted) {
                tell(organisation, screen, alarm);
              }
            });
  }

  /** The same in a transaction of somebody else, who tells once it is done. */
  Future<Boolean> note(SqlClient transaction, int organisation, int screen, Alarm alarm) {
    Act act = Act.ofSystem("screen.alarm", Screen.actor(screen)).to(ScreenJson.alarm(alarm));
    return ScreenSql.raise(transaction, organisation, screen, alarm)
        .compose(
            mine ->
                mine
                    ? AuditSql.note(transaction, organisation, act, alarm.at()).map(true)
                    : Future.succeededFuture(false));
  }

  void tell(int organisation, int screen, Alarm alarm) {
    Objects.requireNonNull(raised.get(alarm.reason())).increment();
    LOG.warn(
        "organisation {}: {} of screen {}, used from {}",
        organisation,
        alarm.reason(),
        screen,
        alarm.addresses());
  }
}
