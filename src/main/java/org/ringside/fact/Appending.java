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
    return appended
        .onSuccess(receipts -> noteRefused(intake, organisation, receipts))
        .map(receipts -> merge(received, receipts));
  }

  /** What could be read, and then contradicted what is known, or named somebody who is gone. */
  private static void noteRefused(Intake intake, int organisation, List<Receipt> receipts) {
    var refused = new ArrayList<Refused>();
    for (Receipt receipt : receipts) {
      if (receipt.refused() != null) {
        refused.add(receipt.refused());
      }
    }
    if (!refused.isEmpty()) {
      intake.noteRefused(organisation, refused);
    }
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
