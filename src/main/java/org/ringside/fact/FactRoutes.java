package org.ringside.fact;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;
import org.ringside.source.Sources;

/**
 * {@code POST /api/v1/facts}: CloudEvents 1.0, one, a batch, or a stream of lines. Every answer of
 * 2xx comes after the commit.
 */
public final class FactRoutes {
  /** Facts of one batch. */
  static final int MAX_BATCH = 5000;

  /** Bytes of one batch or one fact. */
  static final int MAX_BYTES = 4 << 20;

  static final ProblemCode CONFLICTING_FACT =
      new ProblemCode("CONFLICT", 409, "The same id and revision is known with other content.");

  private final Intake intake;
  private final Organisations organisations;
  private final Sources sources;
  private final InstantSource clock;

  public FactRoutes(
      Intake intake, Organisations organisations, Sources sources, InstantSource clock) {
    this.intake = intake;
    this.organisations = organisations;
    this.sources = sources;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(Endpoint.streamed("/api/v1/facts", Permission.SEND_FACTS, this::post));
  }

  private Future<?> post(Call call) {
    return switch (call.mediaType()) {
      case "application/cloudevents+json" -> whole(call).compose(body -> one(call, body));
      case "application/cloudevents-batch+json" -> whole(call).compose(body -> batch(call, body));
      case "application/x-ndjson" -> new FactStream(call, reader(call), intake).run();
      default ->
          throw ProblemCode.UNSUPPORTED_MEDIA
              .because(
                  "Send application/cloudevents+json, application/cloudevents-batch+json or"
                      + " application/x-ndjson.")
              .refused();
    };
  }

  private FactReader reader(Call call) {
    Organisation organisation = organisations.find(call.organisation());
    if (organisation == null) {
      throw ProblemCode.UNAVAILABLE.because("The server is still loading.").refused();
    }
    var forms = new SourceForms(call.principal().source(), sources.byName(organisation.number()));
    return new FactReader(forms, new CustomerKey(organisation.customerKey()), clock.millis());
  }

  /** Collects a body up to the limit, whatever its Content-Length claims. */
  private static Future<Buffer> whole(Call call) {
    var request = call.request();
    var collected = Buffer.buffer();
    io.vertx.core.Promise<Buffer> body = io.vertx.core.Promise.promise();
    request.handler(
        chunk -> {
          if (collected.length() + chunk.length() > MAX_BYTES) {
            request.handler(rest -> {});
            body.tryFail(
                ProblemCode.TOO_LARGE
                    .because(
                        "At most " + MAX_BYTES + " bytes; stream more as application/x-ndjson.")
                    .refused());
          } else {
            collected.appendBuffer(chunk);
          }
        });
    request.endHandler(end -> body.tryComplete(collected));
    request.exceptionHandler(body::tryFail);
    request.resume();
    return body.future();
  }

  private Future<Void> one(Call call, Buffer body) {
    Received received = reader(call).read(parse(body));
    if (received instanceof Refused refused) {
      intake.noteRefused(call.organisation(), List.of(refused));
      var code = new ProblemCode(refused.code(), 422, "The fact cannot be taken as it is.");
      throw new Problem(code, refused.detail(), refused.errors()).refused();
    }
    return intake
        .append(call.organisation(), List.of((Incoming) received))
        .compose(receipts -> answer(call, receipts.get(0)));
  }

  private static Future<Void> answer(Call call, Receipt receipt) {
    Refused refused = receipt.refused();
    if (refused != null) {
      throw new Problem(CONFLICTING_FACT, refused.detail(), refused.errors()).refused();
    }
    return call.json(
        200, new JsonObject().put("id", receipt.id()).put("outcome", receipt.outcome().wire()));
  }

  private Future<Void> batch(Call call, Buffer body) {
    if (!(parse(body) instanceof List<?> events)) {
      throw ProblemCode.BAD_JSON.because("A batch is a JSON array of facts.").refused();
    }
    if (events.size() > MAX_BATCH) {
      throw ProblemCode.TOO_LARGE
          .because(
              "At most " + MAX_BATCH + " facts in a batch; this one has " + events.size() + ".")
          .refused();
    }
    FactReader reader = reader(call);
    var received = new ArrayList<Received>(events.size());
    events.forEach(event -> received.add(reader.read(event)));
    return append(call, received).compose(receipts -> answer(call, receipts));
  }

  private Future<List<Receipt>> append(Call call, List<Received> received) {
    return Appending.append(intake, call.organisation(), received);
  }

  private static Future<Void> answer(Call call, List<Receipt> receipts) {
    var totals = new FactTotals();
    var each = new JsonArray();
    for (int i = 0; i < receipts.size(); i++) {
      totals.count(i, receipts.get(i));
      each.add(receipts.get(i).toJson(i, totals.refused() <= FactTotals.MAX_NAMED));
    }
    return call.json(200, totals.counts().put("receipts", each));
  }

  private static @org.jspecify.annotations.Nullable Object parse(Buffer body) {
    try (var parser = JsonTree.FACTORY.createParser(body.getBytes())) {
      if (parser.nextToken() == null) {
        throw ProblemCode.BAD_JSON.because("The body is empty.").refused();
      }
      Object value = JsonTree.read(parser);
      if (parser.nextToken() != null) {
        throw ProblemCode.BAD_JSON.because("There is more behind the JSON document.").refused();
      }
      return value;
    } catch (IOException e) {
      throw ProblemCode.BAD_JSON.because(JsonFault.of(e)).refused();
    }
  }
}
