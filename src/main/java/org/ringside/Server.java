package org.ringside;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringside.access.BootstrapToken;
import org.ringside.board.BoardPublisher;
import org.ringside.board.Boards;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.db.DataFolder;
import org.ringside.db.Database;
import org.ringside.db.DatabaseSettings;
import org.ringside.db.PgServer;
import org.ringside.demo.Demo;
import org.ringside.demo.Staff;
import org.ringside.frame.CannotStart;
import org.ringside.frame.Endpoint;
import org.ringside.metric.BookingRules;
import org.ringside.organisation.Organisation;
import org.ringside.person.ErasureFile;
import org.ringside.person.Erasures;
import org.ringside.retention.RetentionJob;
import org.ringside.retention.RetentionMeters;
import org.ringside.scorer.Scorer;
import org.ringside.scorer.ScorerMeters;
import org.ringside.scorer.ScorerStart;
import org.ringside.tls.Tls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: data folder → database → scorer → HTTP, and the example floor if asked for.
 * What was started is stopped in reverse, also when the start fails half-way.
 */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final int START_SECONDS = 120;

  /**
   * After an upgrade the whole log may be booked anew; each of its steps has a limit of its own.
   */
  private static final int BOOKING_SECONDS = 24 * 3600;

  private static final int STOP_SECONDS = 20;
  private static final int HTTP_LOOPS = 2;

  /** Of the scorer, and of the connections on which it writes checkpoints. */
  private static final int SCORER_LOOPS = 2;

  private final ServerSettings settings;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Deque<Part> started = new ArrayDeque<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private @Nullable BootstrapToken bootstrapToken;
  private List<Endpoint> endpoints = List.of();
  private List<String> demoAccounts = List.of();
  private Tls tls = Tls.off();
  private int port;
  private int managementPort;
  private boolean stopped;

  /** Something that runs, and how to stop it. */
  private record Part(String name, Stop stop) {}

  @FunctionalInterface
  private interface Stop {
    void run() throws Exception;
  }

  private Server(ServerSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts everything.
   *
   * @throws CannotStart with one sentence that says why
   */
  static Server start(ServerSettings settings) {
    var server = new Server(settings);
    try {
      server.startAll();
      return server;
    } catch (RuntimeException | Error e) {
      server.stop();
      throw e;
    }
  }

  private void startAll() {
    DataFolder data = DataFolder.open(settings.data());
    started("data folder", data::close);
    FreePort.require(settings);
    tls = Tls.open(settings.knobs(), settings.clock().instant());
    BootstrapToken bootstrap = BootstrapToken.of(settings.bootstrapToken(), settings.data());
    bootstrapToken = bootstrap;
    Supplier<DatabaseSettings> settled = database(data);
    Vertx vertx = vertx();
    started("event loops", () -> await(vertx.close(), STOP_SECONDS));
    Database database = await(Database.open(vertx, settled.get()), START_SECONDS);
    started("database", () -> await(database.close(), STOP_SECONDS));
    var boards = new Boards();
    var scorerMeters = new ScorerMeters(meters, settings.clock()::millis);
    ScorerStart.Starting starting =
        ScorerStart.start(
            vertx,
            database,
            settings.clock(),
            new BoardPublisher(vertx, boards),
            scorerMeters,
            owner(),
            firstOrganisation());
    await(starting.loaded(), START_SECONDS);
    Scorer scorer = await(starting.ready(), BOOKING_SECONDS);
    started("scorer", () -> await(scorer.stop(), STOP_SECONDS));
    tls.watch(vertx, settings.knobs(), settings.clock(), meters);
    started("certificate", tls::close);
    Identity identity =
        await(Identity.open(vertx, database, scorer, bootstrap, meters, settings), START_SECONDS);
    started("identity", identity::close);
    rememberErasures(database, scorer);
    RetentionJob retention =
        new RetentionJob(
            vertx,
            database.tenants(),
            scorer,
            scorer::forgetRefusals,
            factsOf(scorer),
            new RetentionMeters(meters),
            settings.clock());
    retention.start();
    started("retention", retention::stop);
    listen(new Parts(vertx, database, boards, scorer, meters, identity, settings, tls));
  }

  private static RetentionJob.Facts factsOf(Scorer scorer) {
    return new RetentionJob.Facts() {
      @Override
      public Future<Void> seal(int organisation, int days) {
        return scorer.sealFacts(organisation, days);
      }

      @Override
      public Future<Long> remove(int organisation) {
        return scorer.removeSealedFacts(organisation);
      }
    };
  }

  /** What was anonymised and could not be written beside the database then. */
  private void rememberErasures(Database database, Scorer scorer) {
    List<Integer> organisations = scorer.all().stream().map(Organisation::number).toList();
    var written = new Erasures(database.tenants(), settings.clock().instant());
    new ErasureFile(settings.data().resolve(ErasureFile.NAME))
        .add(await(written.written(organisations), START_SECONDS));
  }

  private void listen(Parts parts) {
    var management = new Management(parts);
    managementPort = await(management.listen(settings.managementPort()), START_SECONDS);
    started("management", () -> await(management.close(), STOP_SECONDS));
    port = settings.port() == 0 ? FreePort.on(settings.host()) : settings.port();
    var http = new HttpServers(parts, port);
    endpoints = http.endpoints();
    await(
        parts
            .vertx()
            .deployVerticle(http::verticle, new DeploymentOptions().setInstances(HTTP_LOOPS)),
        START_SECONDS);
    started("http", () -> await(http.close(), STOP_SECONDS));
    if (settings.demo() != null) {
      Staff staff = Staff.of(settings.data());
      demoAccounts = staff.lines();
      Demo demo =
          Demo.start(
              parts.vertx(),
              tls.ownClient(),
              base(),
              staff,
              bootstrapToken(),
              settings.data(),
              settings.demo());
      started("demo", () -> await(demo.stop(), STOP_SECONDS));
    }
  }

  /** The embedded database starts beside what does not need it; the result waits for it. */
  private Supplier<DatabaseSettings> database(DataFolder data) {
    DatabaseSettings own = settings.database();
    if (own != null) {
      return () -> own;
    }
    var starting =
        CompletableFuture.supplyAsync(
            () -> PgServer.start(data), Thread.ofPlatform().name("postgres-start")::start);
    started("PostgreSQL", () -> close(starting));
    return () -> embedded(joined(starting));
  }

  /**
   * However long it takes: each step of PostgreSQL's start has a limit and a sentence of its own.
   */
  private static PgServer joined(CompletableFuture<PgServer> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotStart refusal
          ? refusal
          : new CannotStart("The embedded PostgreSQL does not start: " + e.getCause(), e);
    }
  }

  private static void close(CompletableFuture<PgServer> starting) throws IOException {
    try {
      starting.join().close();
    } catch (CompletionException e) {
      LOG.info("PostgreSQL had not started: {}", e.getCause());
    }
  }

  private DatabaseSettings embedded(PgServer postgres) {
    try {
      return DatabaseSettings.embedded(postgres, settings.knobs());
    } catch (IOException e) {
      throw new CannotStart("The database's passwords cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * With the meters of pools and of the SQL client alone: those of the HTTP server leave a
   * connection that comes while it begins to listen without an answer (Vert.x 5.0.12), and what is
   * of interest has its own meters.
   */
  private Vertx vertx() {
    var metrics = new MicrometerMetricsOptions().setEnabled(true).setJvmMetricsEnabled(true);
    for (MetricsDomain domain : EnumSet.complementOf(EnumSet.of(MetricsDomain.NAMED_POOLS))) {
      metrics.addDisabledMetricsCategory(domain);
    }
    return Vertx.builder()
        .with(
            new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(HTTP_LOOPS + SCORER_LOOPS)
                .setMetricsOptions(metrics))
        .withMetrics(new MicrometerMetricsFactory(meters))
        .build();
  }

  private Organisation firstOrganisation() {
    byte[] customerKey = new byte[32];
    new SecureRandom().nextBytes(customerKey);
    boolean demo = settings.demo() != null;
    return new Organisation(
        1,
        demo ? "demo" : "ringside",
        demo ? "示例企业" : "Ringside",
        ServiceCalendar.of(settings.zone()),
        "CNY",
        BookingRules.defaults(),
        demo,
        !demo,
        customerKey);
  }

  private static String owner() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "unknown host";
    }
    return host + ", process " + ProcessHandle.current().pid();
  }

  private void started(String name, Stop stop) {
    started.push(new Part(name, stop));
  }

  /** Stops everything in reverse; safe to call twice. */
  synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    while (!started.isEmpty()) {
      Part part = started.pop();
      try {
        part.stop().run();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly", part.name(), e);
      }
    }
    end.countDown();
  }

  void awaitEnd() throws InterruptedException {
    end.await();
  }

  URI base() {
    String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
    return URI.create((tls.isOn() ? "https://" : "http://") + host + ":" + port);
  }

  /** What the API can do, to be compared with its contract. */
  List<Endpoint> endpoints() {
    return endpoints;
  }

  int managementPort() {
    return managementPort;
  }

  String bootstrapToken() {
    return bootstrapToken == null ? "" : bootstrapToken.text();
  }

  /** What to tell whoever started it. */
  List<String> addresses() {
    String url = settings.publicUrl().map(URI::toString).orElse(base().toString());
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("Ringside is ready.");
    lines.add("  wall      " + url + "/wall");
    lines.add("  sign in   " + url + "/sign-in");
    lines.add("  API       " + url + "/api/docs");
    lines.add("  metrics   http://127.0.0.1:" + managementPort + "/metrics");
    if (demoAccounts.isEmpty()) {
      lines.add("  first administrator: ./ringside organisation administrator --help");
    } else {
      lines.add("  accounts of the example, in a minute:");
      lines.addAll(demoAccounts);
    }
    lines.add("");
    return lines;
  }

  private static <T extends @Nullable Object> T await(Future<T> future, int seconds) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof CannotStart refusal
          ? refusal
          : new CannotStart("The server cannot start: " + cause, cause == null ? e : cause);
    } catch (TimeoutException e) {
      throw new CannotStart("A part of the server was not ready within " + seconds + " s.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("The start was interrupted.", e);
    }
  }
}
