package org.ringside.fact;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Call;
import org.ringside.frame.Encodings;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.frame.WholeBody;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;
import org.ringside.source.Skews;
import org.ringside.source.Sources;

/**
 * {@code POST /api/v1/facts} with a key, and {@code POST /api/v1/hooks/{hook}/facts} signed:
 * CloudEvents 1.0, one, a batch, or lines. Every answer of 2xx comes after the commit.
 */
public final class FactRoutes {
  /** Facts of one batch. */
  static final int MAX_BATCH = 5000;

  /** Bytes of one batch or one fact. */
  static final int MAX_BYTES = 4 << 20;

  static final ProblemCode CONFLICTING_FACT =
      new ProblemCode("CONFLICT", 409, "The same id and revision is known with other content.");

  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String LINES = "application/x-ndjson";

  private final Intake intake;
  private final Organisations organisations;
  private final Sources sources;
  private final Skews skews;
  private final InstantSource clock;

  public FactRoutes(
      Intake intake,
      Organisations organisations,
      Sources sources,
      Skews skews,
      InstantSource clock) {
    this.intake = intake;
    this.organisations = organisations;
    this.sources = sources;
    this.skews = skews;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.streamed("/api/v1/facts", Permission.SEND_FACTS, this::post),
        Endpoint.signed("/api/v1/hooks/:hook/facts", Permission.SEND_FACTS, this::signed));
  }

  private Future<?> post(Call call) {
    skews.note(call, clock.instant());
    return switch (call.mediaType()) {
      case ONE -> whole(call).compose(body -> one(call, parse(body)));
      case BATCH -> whole(call).compose(body -> batch(call, parse(body)));
      case LINES -> new FactStream(call, reader(call), intake).run();
      default -> throw unsupported("");
    };
  }

  /** Many senders of webhooks know one media type only; what is in it tells a batch from one. */
  private Future<?> signed(Call call) {
    skews.note(call, clock.instant());
    Buffer body = call.bodyBytes();
    return switch (call.mediaType()) {
      case ONE -> one(call, parse(body));
      case BATCH -> batch(call, parse(body));
      case LINES -> lines(call, body);
      case "application/json" -> oneOrBatch(call, parse(body));
      default -> throw unsupported("application/json, ");
    };
  }

  private static RefusedException unsupported(String more) {
    return ProblemCode.UNSUPPORTED_MEDIA
        .because("Send " + more + ONE + ", " + BATCH + " or " + LINES + ".")
        .refused();
  }

  private Future<Void> oneOrBatch(Call call, @Nullable Object event) {
    return event instanceof List<?> ? batch(call, event) : one(call, event);
  }

  private Future<Void> lines(Call call, Buffer body) {
    List<Received> received = FactLines.all(body, reader(call));
    if (received.size() > MAX_BATCH) {
      throw tooMany(received.size());
    }
    return append(call, received)
        .compose(
            receipts -> {
              var totals = new FactTotals();
              for (int i = 0; i < receipts.size(); i++) {
                totals.count(i, receipts.get(i));
              }
              return call.json(200, totals.withRefusals());
            });
  }

  private FactReader reader(Call call) {
    Organisation organisation = organisations.find(call.organisation());
    if (organisation == null) {
      throw ProblemCode.UNAVAILABLE.because("The server is still loading.").refused();
    }
    var forms = new SourceForms(call.principal().source(), sources.byName(organisation.number()));
    return new FactReader(forms, new CustomerKey(organisation.customerKey()), clock.millis());
  }

  private static Future<Buffer> whole(Call call) {
    return WholeBody.of(call.request(), MAX_BYTES, "stream more as application/x-ndjson.");
  }

  private Future<Void> one(Call call, @Nullable Object event) {
    return append(call, List.of(reader(call).read(event)))
        .compose(receipts -> answer(call, receipts.get(0)));
  }

  private static Future<Void> answer(Call call, Receipt receipt) {
    Refused refused = receipt.refused();
    if (refused != null) {
      ProblemCode code =
          refused.code().equals(Refused.CONFLICT)
              ? CONFLICTING_FACT
              : new ProblemCode(refused.code(), 422, "The fact cannot be taken as it is.");
      throw new Problem(code, refused.detail(), refused.errors()).refused();
    }
    return call.json(
        200, new JsonObject().put("id", receipt.id()).put("outcome", receipt.outcome().wire()));
  }

  private Future<Void> batch(Call call, @Nullable Object body) {
    if (!(body instanceof List<?> events)) {
      throw ProblemCode.BAD_JSON.because("A batch is a JSON array of facts.").refused();
    }
    if (events.size() > MAX_BATCH) {
      throw tooMany(events.size());
    }
    FactReader reader = reader(call);
    var received = new ArrayList<Received>(events.size());
    events.forEach(event -> received.add(reader.read(event)));
    return append(call, received).compose(receipts -> answer(call, receipts));
  }

  private static RefusedException tooMany(int facts) {
    return ProblemCode.TOO_LARGE
        .because("At most " + MAX_BATCH + " facts in a batch; this one has " + facts + ".")
        .refused();
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

  private static @Nullable Object parse(Buffer body) {
    try (var parser = JsonTree.FACTORY.createParser(Encodings.narrow(body.getBytes()))) {
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
