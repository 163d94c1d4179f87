package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.ringside.source.FactLine;

/** Sends what a feed reads, batch by batch, and notes how far it came after each answer. */
final class ImportRun {
  private static final String NDJSON = "application/x-ndjson";

  private final FactFeed feed;
  private final ImportTally tally;
  private final Progress progress;

  ImportRun(FactFeed feed, ImportTally tally, Progress progress) {
    this.feed = feed;
    this.tally = tally;
    this.progress = progress;
  }

  /** Until the feed's end. */
  void send(Api api, StateFile state) throws IOException, InterruptedException, Failure {
    for (Batch batch = feed.next(); batch != null; batch = feed.next()) {
      tally.made(batch.items());
      if (!batch.items().isEmpty()) {
        tally.answered(batch.items(), sent(api, batch.items()));
      }
      state.write(batch.checkpoint());
      progress.show(feed.share(), tally.facts());
    }
    progress.end();
  }

  /** Writes the facts instead of sending them. */
  void print(Terminal terminal) throws IOException, InterruptedException, Failure {
    for (Batch batch = feed.next(); batch != null; batch = feed.next()) {
      tally.made(batch.items());
      batch.items().forEach(item -> terminal.out().println(FactLine.of(item.fact())));
      terminal.out().flush();
    }
  }

  private static JsonObject sent(Api api, List<Item> items) throws InterruptedException, Failure {
    String body =
        items.stream()
            .map(item -> FactLine.of(item.fact()))
            .collect(Collectors.joining("\n", "", "\n"));
    return Answers.taken(api.send("POST", "/api/v1/facts", NDJSON, body), Errand.FACTS);
  }
}
