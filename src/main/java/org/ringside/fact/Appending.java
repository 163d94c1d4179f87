package org.ringside.fact;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Sends what could be read to the intake, and puts the receipts back into the order received. */
final class Appending {
  private Appending() {}

  static Future<List<Receipt>> append(Intake intake, int organisation, List<Received> received) {
    var facts = new ArrayList<Incoming>(received.size());
    var refused = new ArrayList<Refused>();
    for (Received one : received) {
      switch (one) {
        case Incoming fact -> facts.add(fact);
        case Refused refusal -> refused.add(refusal);
      }
    }
    if (!refused.isEmpty()) {
      intake.noteRefused(organisation, refused);
    }
    Future<List<Receipt>> appended =
        facts.isEmpty() ? Future.succeededFuture(List.of()) : intake.append(organisation, facts);
    return appended.map(receipts -> merge(received, receipts));
  }

  private static List<Receipt> merge(List<Received> received, List<Receipt> receipts) {
    var merged = new ArrayList<Receipt>(received.size());
    int next = 0;
    for (Received one : received) {
      merged.add(
          switch (one) {
            case Incoming fact -> receipts.get(next++);
            case Refused refusal -> Receipt.of(refusal);
          });
    }
    return merged;
  }
}
