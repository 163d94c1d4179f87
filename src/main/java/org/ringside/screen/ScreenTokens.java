package org.ringside.screen;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringside.credential.AccessTokens;
import org.ringside.credential.RefreshToken;
import org.ringside.credential.TokenKind;
import org.ringside.db.Tenants;
import org.ringside.frame.Device;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.frame.Toll;

/** What screens are known by: handed out once paired, and turned over. */
final class ScreenTokens {
  /** Of an access token. */
  static final Duration LIFETIME = Duration.ofMinutes(10);

  static final ProblemCode NOT_PAIRED =
      new ProblemCode("SCREEN_NOT_PAIRED", 401, "This screen is not paired; let it show a code.");

  private static final String PREFIX = "rsw_";
  private static final int MOST_KNOWN = 20_000;

  private final Tenants tenants;
  private final AccessTokens access;
  private final Alarms alarms;
  private final InstantSource clock;

  /**
   * Families that were found: whoever has been there before pays nothing, also where others at its
   * address are guessing.
   */
  private final Map<UUID, Boolean> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> quietest) {
              return size() > MOST_KNOWN;
            }
          });

  ScreenTokens(Tenants tenants, AccessTokens access, Alarms alarms, InstantSource clock) {
    this.tenants = tenants;
    this.access = access;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * What a screen goes on watching with.
   *
   * @param token the next one to be kept
   * @param access for the boards and the live socket
   */
  record Renewed(
      int organisation, Screen screen, RefreshToken token, String access, Instant expiresAt) {}

  /** Another first token; empty where the screen has shown one, or was revoked. */
  Future<Optional<RefreshToken>> claim(Pairing.Paired paired) {
    int organisation = paired.organisation();
    RefreshToken token = RefreshToken.fresh(PREFIX, organisation, paired.family());
    return tenants
        .of(organisation)
        .inTransaction(
            transaction ->
                ScreenSql.lock(transaction, organisation, paired.screen())
                    .map(
                        found ->
                            found
                                .filter(held -> held.screen().isPaired())
                                .flatMap(held -> held.handed().claimed(token.hash())))
                    .compose(
                        handed ->
                            handed.isEmpty()
                                ? Future.succeededFuture(Optional.<RefreshToken>empty())
                                : ScreenSql.hand(
                                        transaction, organisation, paired.screen(), handed.get())
                                    .map(Optional.of(token))));
  }

  /**
   * Turns a token over; refused where it is none of a screen that is paired.
   *
   * @param toll for looking up one of a family that was not shown before
   */
  Future<Renewed> renew(String shown, Device device, Toll toll) {
    RefreshToken token = RefreshToken.read(PREFIX, shown).orElseThrow(ScreenTokens::notPaired);
    Toll due = known.containsKey(token.family()) ? Toll.FREE : toll;
    due.pay();
    Instant now = clock.instant();
    return tenants
        .of(token.organisation())
        .inTransaction(
            transaction ->
                ScreenSql.lock(transaction, token.organisation(), token.family())
                    .map(found -> found.filter(held -> held.screen().isPaired()))
                    .map(found -> found.orElseThrow(ScreenTokens::notPaired))
                    .compose(held -> judge(transaction, token, held, device, now)))
        .map(verdict -> result(token, verdict, now))
        .onSuccess(
            renewed -> {
              known.put(token.family(), true);
              due.giveBack();
            });
  }

  /**
   * What came of a token, to be told once it is written.
   *
   * @param fresh null where it was a copy
   * @param alarm null where none was raised
   */
  private record Verdict(Screen screen, @Nullable RefreshToken fresh, @Nullable Alarm alarm) {}

  private Future<Verdict> judge(
      SqlClient transaction, RefreshToken token, ScreenSql.Held held, Device device, Instant now) {
    int organisation = token.organisation();
    Screen screen = held.screen();
    RefreshToken fresh = RefreshToken.fresh(PREFIX, organisation, token.family());
    Optional<Handed> handed = held.handed().renewed(token.hash(), fresh.hash());
    if (handed.isEmpty()) {
      Alarm alarm = copied(screen, device, now);
      return alarms
          .note(transaction, organisation, screen.number(), alarm)
          .map(raised -> new Verdict(screen, null, raised ? alarm : null));
    }
    var seen = new Sighting(now, device.address());
    return ScreenSql.renew(
            transaction, organisation, screen.number(), handed.get(), seen, device.name())
        .map(new Verdict(screen, fresh, null));
  }

  private static Alarm copied(Screen screen, Device device, Instant now) {
    Sighting seen = screen.seen();
    List<String> addresses =
        Stream.concat(Stream.ofNullable(seen).map(Sighting::address), Stream.of(device.address()))
            .distinct()
            .toList();
    return new Alarm(now, Alarm.Reason.REUSED_TOKEN, addresses);
  }

  private Renewed result(RefreshToken token, Verdict verdict, Instant now) {
    int organisation = token.organisation();
    Screen screen = verdict.screen();
    if (verdict.alarm() != null) {
      alarms.tell(organisation, screen.number(), verdict.alarm());
    }
    if (verdict.fresh() == null) {
      throw notPaired();
    }
    String signed =
        access.issue(
            TokenKind.SCREEN,
            screen.number(),
            organisation,
            "screen-" + screen.number(),
            LIFETIME,
            now);
    Instant end = now.truncatedTo(ChronoUnit.SECONDS).plus(LIFETIME);
    return new Renewed(organisation, screen, verdict.fresh(), signed, end);
  }

  private static RefusedException notPaired() {
    return NOT_PAIRED.because(NOT_PAIRED.title()).refused();
  }
}
