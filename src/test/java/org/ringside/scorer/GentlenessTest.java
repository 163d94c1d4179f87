package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ringside.db.TestDatabase;

/** A long reading rests between its portions, the longer the longer a portion took. */
class GentlenessTest {
  private static final long PORTION_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Gentleness gentleness = new Gentleness(TestDatabase.vertx());

  @Test
  void rest_isFourTimesAsLongAsThePortion() {
    long began = System.nanoTime();
    Future<Void> rest = gentleness.rest(PORTION_NANOS);
    TestDatabase.await(rest);
    long resolution = TimeUnit.MILLISECONDS.toNanos(1);
    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(4 * PORTION_NANOS - resolution);
  }

  @Test
  void portionTooShortToCount_isFollowedAtOnce() {
    assertThat(gentleness.rest(1).isComplete()).isTrue();
  }

  @Test
  void portionThatStoodStill_isNotTakenForWork() {
    Future<Void> rest = gentleness.rest(TimeUnit.MINUTES.toNanos(10));
    assertThat(gentleness.spentNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(500));
    TestDatabase.await(rest);
  }

  @Test
  void whatPortionsTook_isAddedUp_restsLeftOut() {
    TestDatabase.await(gentleness.rest(PORTION_NANOS));
    TestDatabase.await(gentleness.rest(PORTION_NANOS));
    assertThat(gentleness.spentNanos()).isEqualTo(2 * PORTION_NANOS);
  }
}
