package org.ringside.fact;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.parsetools.RecordParser;
import java.util.ArrayList;
import java.util.List;
import org.ringside.frame.Call;
import org.ringside.frame.ProblemCode;

/**
 * A body of lines, one fact each, of any length: read as it comes, committed in parts, the request
 * paused while two parts are under way. What was committed before a failure stays; sending
 * everything again is safe, because facts are known by their ids.
 */
final class FactStream {
  private static final int PART = 500;
  private static final int MAX_PARTS_UNDER_WAY = 2;
  private static final int MAX_LINE = 64 << 10;

  private final Call call;
  private final HttpServerRequest request;
  private final FactReader reader;
  private final Intake intake;
  private final FactTotals totals = new FactTotals();
  private final Promise<Void> finished = Promise.promise();
  private List<Received> part = new ArrayList<>(PART);
  private long lines;
  private int underWay;
  private boolean ended;

  FactStream(Call call, FactReader reader, Intake intake) {
    this.call = call;
    this.request = call.request();
    this.reader = reader;
    this.intake = intake;
  }

  /** Completes when the totals were answered. */
  Future<Void> run() {
    RecordParser byLine = RecordParser.newDelimited("\n").maxRecordSize(MAX_LINE);
    byLine.handler(this::line);
    byLine.exceptionHandler(
        tooLong -> {
          request.handler(rest -> {}); // the parser would keep what it cannot part
          finished.tryFail(
              ProblemCode.TOO_LARGE
                  .because("Line " + (lines + 1) + " is longer than " + MAX_LINE + " bytes.")
                  .refused());
        });
    request.handler(byLine);
    request.exceptionHandler(finished::tryFail);
    request.endHandler(
        end -> {
          // The parser gives the last line, which need not end with a line feed, only when told.
          byLine.handle(Buffer.buffer("\n"));
          ended = true;
          commit();
          finishIfDone();
        });
    request.resume();
    return finished.future().compose(done -> call.json(200, totals.withRefusals()));
  }

  private void line(Buffer line) {
    byte[] bytes = line.getBytes();
    if (FactLines.isBlank(bytes) || finished.future().isComplete()) {
      return;
    }
    lines++;
    part.add(FactLines.read(bytes, reader));
    if (part.size() == PART) {
      commit();
    }
  }

  private void commit() {
    if (part.isEmpty()) {
      return;
    }
    List<Received> taken = part;
    part = new ArrayList<>(PART);
    long first = lines - taken.size();
    underWay++;
    if (underWay == MAX_PARTS_UNDER_WAY) {
      request.pause();
    }
    call.admittedStill()
        .compose(still -> Appending.append(intake, call.organisation(), taken))
        .onSuccess(receipts -> committed(first, receipts))
        .onFailure(finished::tryFail);
  }

  private void committed(long first, List<Receipt> receipts) {
    for (int i = 0; i < receipts.size(); i++) {
      totals.count(first + i, receipts.get(i));
    }
    underWay--;
    if (!ended) {
      request.resume();
    }
    finishIfDone();
  }

  private void finishIfDone() {
    if (ended && underWay == 0) {
      finished.tryComplete();
    }
  }
}
