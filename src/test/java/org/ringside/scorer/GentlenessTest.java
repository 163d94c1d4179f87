package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ringside.db.TestDatabase;

/** A long reading rests between its portions, the longer the longer a portion took. */
class GentlenessTest {
  private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Gentleness gentleness = new Gentleness(TestDatabase.vertx());

  private void work() {
    gentleness.working();
    long end = System.nanoTime() + WORK_NANOS;
    while (System.nanoTime() < end) {
      gentleness.working(); // the portion began with the first fact
    }
  }

  @Test
  void rest_isThreeTimesAsLongAsThePortion() {
    work();
    long began = System.nanoTime();
    Future<Void> rest = gentleness.rest();
    assertThat(rest.isComplete()).isFalse();
    TestDatabase.await(rest);
    long resolution = TimeUnit.MILLISECONDS.toNanos(1);
    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(3 * WORK_NANOS - resolution);
  }

  @Test
  void whatPortionsTook_isAddedUp_restsLeftOut() {
    work();
    TestDatabase.await(gentleness.rest());
    long one = gentleness.spentNanos();
    assertThat(one).isGreaterThanOrEqualTo(WORK_NANOS);
    work();
    TestDatabase.await(gentleness.rest());
    assertThat(gentleness.spentNanos() - one).isGreaterThanOrEqualTo(WORK_NANOS);
  }
}
