package org.ringside;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import org.ringside.board.Boards;
import org.ringside.db.Database;
import org.ringside.scorer.Scorer;

/** What the HTTP side is put together from. */
record Parts(
    Vertx vertx,
    Database database,
    Boards boards,
    Scorer scorer,
    PrometheusMeterRegistry meters,
    String bootstrapToken,
    ServerSettings settings) {}
