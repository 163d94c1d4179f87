package org.ringside.demo;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.ringside.demo.simulation.FloorFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts the facts of one source, a batch after the other, each received before the next. */
final class Post {
  private static final Logger LOG = LoggerFactory.getLogger(Post.class);
  private static final int BATCH = 1000;
  private static final String CONTENT_TYPE = "application/cloudevents-batch+json; charset=utf-8";

  private final Api api;
  private final SourceKeys.Key key;
  private long facts;

  Post(Api api, SourceKeys.Key key) {
    this.api = api;
    this.key = key;
  }

  /** Facts received so far, duplicates among them. */
  long facts() {
    return facts;
  }

  void send(List<FloorFact> all) {
    for (int from = 0; from < all.size(); from += BATCH) {
      sendBatch(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
  }

  private void sendBatch(List<FloorFact> batch) {
    Buffer body = Buffer.buffer(FactJson.batch(key.source(), batch));
    Api.Answer answer = api.post("/api/v1/facts", key.secret(), CONTENT_TYPE, body);
    if (!answer.isSuccess()) {
      throw new Api.Refused("POST /api/v1/facts", answer);
    }
    facts += batch.size();
    int refused = answer.body().getInteger("refused", 0);
    if (refused > 0) {
      LOG.warn("{} of {} facts refused: {}", refused, batch.size(), answer.body().encode());
    }
  }

  /** Says that everything until then has been told. */
  void heartbeat(Instant until) {
    api.post(
        "/api/v1/sources/" + key.source() + "/heartbeat",
        key.secret(),
        new JsonObject().put("time", until.toString()));
  }
}
