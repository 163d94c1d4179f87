package org.ringside;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import org.ringside.board.Boards;
import org.ringside.db.Database;
import org.ringside.scorer.Scorer;
import org.ringside.tls.Tls;

/** What the HTTP side is put together from. */
record Parts(
    Vertx vertx,
    Database database,
    Boards boards,
    Scorer scorer,
    PrometheusMeterRegistry meters,
    Identity identity,
    ServerSettings settings,
    Tls tls) {}
