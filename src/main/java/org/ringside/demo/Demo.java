package org.ringside.demo;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ringside.demo.simulation.FloorPlan;
import org.ringside.demo.simulation.FloorSimulation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The example organisation, telling its floor to a server over HTTP until it is stopped. */
public final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final long TICK_MILLIS = 400;

  private final Vertx vertx;
  private final Api api;
  private final Promise<Void> ended = Promise.promise();
  private volatile boolean wanted = true;

  private Demo(Vertx vertx, HttpClientOptions options, URI base) {
    this.vertx = vertx;
    this.api = new Api(vertx, options, base, () -> wanted);
  }

  /**
   * Starts telling and returns at once; the server need not be listening yet.
   *
   * @param options of the client: whom it trusts
   * @param base address of the server, without a path
   * @param staff with whose accounts sources, roster and contests are made
   * @param bootstrapToken with which the first of them is invited
   * @param dataFolder in which a folder {@code demo} keeps source keys and the place reached
   */
  public static Demo start(
      Vertx vertx,
      HttpClientOptions options,
      URI base,
      Staff staff,
      String bootstrapToken,
      Path dataFolder,
      DemoSettings settings) {
    var demo = new Demo(vertx, options, base);
    demo.deploy(staff, bootstrapToken, dataFolder.resolve("demo"), settings);
    return demo;
  }

  /** Tells no more; done when the last batch has been answered or given up. */
  public Future<Void> stop() {
    wanted = false;
    return ended.future().eventually(api::close);
  }

  private void deploy(Staff staff, String token, Path folder, DemoSettings settings) {
    var options = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    vertx
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                vertx.runOnContext(ignored -> run(staff, token, folder, settings));
                return Future.succeededFuture();
              }
            },
            options)
        .onFailure(ended::tryFail);
  }

  private void run(Staff staff, String token, Path folder, DemoSettings settings) {
    try {
      tell(Telling.begin(api, staff, token, folder, settings));
    } catch (Api.Stopped stopped) {
      LOG.debug("stopped while waiting for the server", stopped);
    } catch (RuntimeException failed) {
      LOG.error("the example floor stands still", failed);
    } finally {
      ended.tryComplete();
    }
  }

  private void tell(Telling telling) {
    LOG.info("example organisation: {} teams", FloorPlan.CREWS.size());
    while (wanted && telling.archivedADay()) {
      LOG.debug("a past day is told");
    }
    if (wanted) {
      keepPace(telling, telling.floor());
    }
    telling.keep();
  }

  private void keepPace(Telling telling, FloorSimulation floor) {
    boolean live = false;
    while (wanted) {
      if (telling.caughtUp(floor)) {
        if (!live) {
          LOG.info("the floor is live");
          live = true;
        }
        vertx.timer(TICK_MILLIS, TimeUnit.MILLISECONDS).await();
      }
    }
  }
}
