package org.ringside.screen;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.db.Tenants;
import org.ringside.floor.Floor;
import org.ringside.floor.Floors;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Reach;
import org.ringside.frame.Withdrawals;
import org.ringside.frame.Withdrawn;

/** What people do about screens; each act is in the audit log with it. */
final class PairedScreens {
  /** Of one organisation at a time. */
  static final int MOST = 1_000;

  private static final ProblemCode TOO_MANY =
      new ProblemCode("TOO_MANY_SCREENS", 409, "An organisation has a thousand screens at most.");

  private final Tenants tenants;
  private final Floors floors;
  private final Withdrawals withdrawals;
  private final InstantSource clock;

  PairedScreens(Tenants tenants, Floors floors, Withdrawals withdrawals, InstantSource clock) {
    this.tenants = tenants;
    this.floors = floors;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  /**
   * Somebody and what they do.
   *
   * @param reach the part of the organisation whose screens they handle
   * @param act its subject is not looked at
   */
  record Doing(int organisation, Reach reach, Act act) {}

  /** A screen with the name of its tokens' family. */
  record Added(Screen screen, UUID family) {}

  Future<Added> pair(Doing doing, ScreenSql.Wanted wanted, Pairing pairing) {
    requireWithin(doing.reach(), wanted.site());
    int organisation = doing.organisation();
    Instant now = clock.instant();
    var family = UUID.randomUUID();
    return tenants
        .of(organisation)
        .inTransaction(
            transaction ->
                ScreenSql.add(
                        transaction, organisation, wanted, family, now, doing.act().actor(), MOST)
                    .map(number -> number.orElseThrow(PairedScreens::tooMany))
                    .compose(number -> found(transaction, organisation, number))
                    .compose(
                        screen ->
                            note(
                                transaction,
                                doing,
                                screen,
                                doing
                                    .act()
                                    .to(
                                        ScreenJson.paired(
                                            screen, floor(doing), pairing.device())))))
        .map(screen -> new Added(screen, family));
  }

  private static RuntimeException tooMany() {
    return TOO_MANY.because("Revoke a screen that is not used any more first.").refused();
  }

  /** Takes effect at once: the screen is sent to renew. */
  Future<Screen> change(Doing doing, int number, ScreenSql.Wanted wanted) {
    requireWithin(doing.reach(), wanted.site());
    return acting(
            doing,
            number,
            (transaction, before) -> {
              if (!before.isPaired()) {
                throw ProblemCode.CONFLICT.because("This screen was revoked.").refused();
              }
              return ScreenSql.change(transaction, doing.organisation(), number, wanted)
                  .compose(changed -> found(transaction, doing.organisation(), number))
                  .compose(after -> note(transaction, doing, after, changed(doing, before, after)));
            })
        .onSuccess(after -> withdraw(doing.organisation(), after, false));
  }

  private Act changed(Doing doing, Screen before, Screen after) {
    Floor floor = floor(doing);
    return doing
        .act()
        .from(ScreenJson.settings(before, floor))
        .to(ScreenJson.settings(after, floor));
  }

  /** Its tokens are refused from now on, and open sockets end. Once more, it is nothing. */
  Future<Screen> revoke(Doing doing, int number) {
    return acting(
            doing,
            number,
            (transaction, before) ->
                before.isPaired()
                    ? ScreenSql.revoke(transaction, doing.organisation(), number, clock.instant())
                        .compose(
                            revoked ->
                                note(
                                    transaction,
                                    doing,
                                    before,
                                    doing.act().from(ScreenJson.settings(before, floor(doing)))))
                    : Future.succeededFuture(before))
        .onSuccess(screen -> withdraw(doing.organisation(), screen, true));
  }

  /** Takes the alarm down; where none stands it is nothing. */
  Future<Screen> settle(Doing doing, int number) {
    return acting(
        doing,
        number,
        (transaction, before) -> {
          Alarm alarm = before.alarm();
          return alarm == null
              ? Future.succeededFuture(before)
              : ScreenSql.settle(transaction, doing.organisation(), number)
                  .compose(settled -> found(transaction, doing.organisation(), number))
                  .compose(
                      after ->
                          note(
                              transaction,
                              doing,
                              after,
                              doing.act().from(ScreenJson.alarm(alarm))));
        });
  }

  @FunctionalInterface
  private interface Deed {
    Future<Screen> on(SqlClient transaction, Screen before);
  }

  /** Nobody else changes the screen meanwhile. */
  private Future<Screen> acting(Doing doing, int number, Deed deed) {
    return tenants
        .of(doing.organisation())
        .inTransaction(
            transaction ->
                ScreenSql.lock(transaction, doing.organisation(), number)
                    .map(found -> found.orElseThrow(() -> unknown(number)).screen())
                    .compose(
                        before -> {
                          requireWithin(doing.reach(), before.site());
                          return deed.on(transaction, before);
                        }));
  }

  private Future<Screen> note(SqlClient transaction, Doing doing, Screen screen, Act act) {
    return AuditSql.note(
            transaction, doing.organisation(), act.about(screen.actor()), clock.instant())
        .map(screen);
  }

  private static Future<Screen> found(SqlClient transaction, int organisation, int number) {
    return ScreenSql.find(transaction, organisation, number)
        .map(found -> found.orElseThrow(() -> unknown(number)));
  }

  private static RuntimeException unknown(int number) {
    return ProblemCode.NOT_FOUND.because("There is no screen " + number + ".").refused();
  }

  private static void requireWithin(Reach reach, @Nullable Integer site) {
    if (!Screen.isWithin(reach, site)) {
      throw ProblemCode.OUT_OF_REACH
          .because("A screen of yours is of a site whose screens you handle.")
          .refused();
    }
  }

  private void withdraw(int organisation, Screen screen, boolean forGood) {
    withdrawals.tell(new Withdrawn(organisation, screen.actor(), null, forGood));
  }

  private Floor floor(Doing doing) {
    return floors.current(doing.organisation());
  }
}
