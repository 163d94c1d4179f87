package org.ringside.report;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * The one worker thread on which all reports are read and summed. Work on it may wait for the
 * database by its futures and go on there.
 */
final class ReportDesk {
  private final Vertx vertx;
  private final Future<Context> worker;

  ReportDesk(Vertx vertx) {
    this.vertx = vertx;
    Promise<Context> deployed = Promise.promise();
    this.worker =
        vertx
            .deployVerticle(
                context -> {
                  deployed.complete(context);
                  return Future.succeededFuture();
                },
                new DeploymentOptions()
                    .setThreadingModel(ThreadingModel.WORKER)
                    .setWorkerPoolName("reports")
                    .setWorkerPoolSize(1))
            .compose(id -> deployed.future());
  }

  /** Runs work there; its result comes back to the caller's own context. */
  <T> Future<T> run(Supplier<Future<T>> work) {
    Context caller = vertx.getOrCreateContext();
    Promise<T> promise = Promise.promise();
    worker
        .compose(context -> on(context, work))
        .onComplete(result -> caller.runOnContext(back -> promise.handle(result)));
    return promise.future();
  }

  private static <T> Future<T> on(Context context, Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    context.runOnContext(
        there -> Future.succeededFuture().compose(start -> work.get()).onComplete(done));
    return done.future();
  }
}
