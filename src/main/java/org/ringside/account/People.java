package org.ringside.account;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.ringside.db.Tenants;
import org.ringside.frame.ShortMemory;
import org.ringside.frame.Withdrawals;
import org.ringside.frame.Withdrawn;

/**
 * Accounts as they are remembered between requests, so that a change of roles takes effect at once
 * and a request need not ask the database. Safe from any thread.
 */
public final class People {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST = 20_000;

  private final Tenants tenants;
  private final ShortMemory<Key, Optional<Account>> remembered;

  private record Key(int organisation, int account) {}

  public People(Tenants tenants, Withdrawals withdrawals, InstantSource clock) {
    this.tenants = tenants;
    this.remembered = new ShortMemory<>(MOST, REMEMBERED, clock);
    withdrawals.listen(this::forget);
  }

  /** The account of that number; empty where there is none. */
  public Future<Optional<Account>> find(int organisation, int account) {
    return remembered.get(
        new Key(organisation, account),
        key -> AccountSql.find(tenants.of(organisation), organisation, account));
  }

  private void forget(Withdrawn withdrawn) {
    remembered.forget(
        key ->
            key.organisation() == withdrawn.organisation()
                && Actors.of(key.account()).equals(withdrawn.principal()));
  }
}
