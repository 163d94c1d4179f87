package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.db.TestDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.frame.RefusedException;

class PasswordWorkersTest {
  private final Vertx vertx = Vertx.vertx();
  private final PasswordWorkers workers = new PasswordWorkers(vertx, 2);
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void stop() {
    gate.countDown();
    workers.close();
    await(vertx.close());
  }

  @Test
  void one_more_than_there_is_room_for_is_refused_at_once_and_all_others_are_done() {
    List<Future<String>> taken = new ArrayList<>();
    for (int i = 0; i < 2 + PasswordWorkers.MAX_WAITING; i++) {
      taken.add(workers.run(this::waited));
    }
    Future<String> oneMore = workers.run(this::waited);
    assertThat(oneMore.failed()).isTrue();
    assertThat(((RefusedException) oneMore.cause()).problem().code())
        .isEqualTo(PasswordWorkers.SIGN_IN_BUSY);
    assertThat(taken).noneMatch(Future::isComplete);

    gate.countDown();
    assertThat(await(Future.all(taken)).<String>list()).hasSize(10).containsOnly("done");
    assertThat(await(workers.run(this::waited))).isEqualTo("done");
  }

  private String waited() {
    try {
      gate.await();
      return "done";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void error_of_the_work_ends_the_wait() {
    Future<String> failed =
        workers.run(
            () -> {
              throw new OutOfMemoryError("as it might");
            });
    assertThatThrownBy(() -> await(failed)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void result_comes_back_to_the_loop_that_asked() {
    var asked = new ArrayList<Thread>();
    Future<Thread> answered =
        Future.future(
            promise ->
                vertx.runOnContext(
                    go -> {
                      asked.add(Thread.currentThread());
                      workers
                          .run(() -> "done")
                          .map(done -> Thread.currentThread())
                          .onComplete(promise);
                    }));
    assertThat(await(answered)).isSameAs(asked.getFirst());
  }
}
