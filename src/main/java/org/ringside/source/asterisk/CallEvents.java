package org.ringside.source.asterisk;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.source.asterisk.LineRead.Skip;

/**
 * What each event of a queue_log says about a call, one line by itself. Field places are those of
 * Asterisk's own {@code ast_queue_log} calls; fields that an old version did not write are absent
 * from the fact.
 */
final class CallEvents {
  /** Caller numbers that are words, not numbers: all such callers would be one customer. */
  private static final Set<String> WITHHELD =
      Set.of("unknown", "anonymous", "restricted", "private", "unavailable", "withheld");

  /** A device that was busy or could not be reached is tried for at most a second. */
  private static final long TRIED_MS = 1000;

  private CallEvents() {}

  /** Adds the line's facts; says why where it has none. */
  static @Nullable Skip read(QueueLine line, LineFacts facts) {
    switch (line.event()) {
      case "ENTERQUEUE" -> offered(line, facts);
      case "CONNECT" -> answered(line, facts);
      case "COMPLETEAGENT" -> ended(line, facts, "agent");
      case "COMPLETECALLER" -> ended(line, facts, "customer");
      case "BLINDTRANSFER", "TRANSFER" -> transferred(line, facts, "blind", line.field(0));
      case "ATTENDEDTRANSFER" -> transferred(line, facts, "attended", attendedTo(line));
      case "ABANDON" -> abandoned(line, facts);
      case "EXITWITHTIMEOUT" -> exited(facts, "timeout", line.field(2));
      case "EXITEMPTY" -> exited(facts, "empty", line.field(2));
      case "EXITWITHKEY" -> exited(facts, "key", line.field(3));
      case "WITHDRAW" -> exited(facts, "withdrawn", line.field(2));
      case "RINGNOANSWER" -> rangOut(line, facts);
      case "RINGCANCELED" -> missed(facts, "caller_gone", facts.millis(line.field(0)));
      case "AGENTDUMP" -> missed(facts, "rejected", null);
      case "SYSCOMPAT" -> missed(facts, "unreachable", null);
      case "OUTCALL" -> dialled(line, facts);
      case "JOINEMPTY", "JOINUNAVAIL", "FULL" -> {
        return Skip.NOBODY;
      }
      case "CONFIGRELOAD", "PENALTY", "RINGINUSE" -> {
        return Skip.CONFIGURATION;
      }
      default -> {
        return Skip.CUSTOM;
      }
    }
    return null;
  }

  /** The caller's place in the queue closes these lines, after all that is read of them. */
  static boolean endsInAFieldNobodyNeeds(QueueLine line) {
    int all =
        switch (line.event()) {
          case "ENTERQUEUE", "COMPLETEAGENT", "COMPLETECALLER" -> 3;
          case "BLINDTRANSFER", "TRANSFER" -> 5;
          case "ATTENDEDTRANSFER" -> line.field(0).equals("LINK") ? 6 : 5;
          default -> Integer.MAX_VALUE;
        };
    return line.fields().size() >= all && !line.fieldFromEnd(0).isEmpty();
  }

  private static void offered(QueueLine line, LineFacts facts) {
    String caller = line.field(1);
    boolean withheld = WITHHELD.contains(caller.toLowerCase(Locale.ROOT));
    facts.add("contact.offered", facts.ofCall().with("customer", withheld ? "" : caller));
  }

  private static void answered(QueueLine line, LineFacts facts) {
    facts.add(
        "leg.answered",
        facts
            .ofCall()
            .with("wait_ms", facts.seconds(line.field(0)))
            .with("ring_ms", facts.seconds(line.field(2))));
  }

  private static void ended(QueueLine line, LineFacts facts, String by) {
    facts.add(
        "leg.ended",
        facts.ofCall().with("talk_ms", facts.seconds(line.field(1))).with("ended_by", by));
  }

  /** The agent's leg is over and nobody hung up; no COMPLETE follows. */
  private static void transferred(QueueLine line, LineFacts facts, String kind, String to) {
    facts.add("leg.transferred", ":transferred", facts.ofCall().with("kind", kind).with("to", to));
    boolean tellsTalk = line.fields().size() >= 4;
    if (tellsTalk) {
      Long talk = facts.seconds(line.fieldFromEnd(1));
      facts.add(
          "leg.ended", ":ended", facts.ofCall().with("talk_ms", talk).with("ended_by", "system"));
    }
  }

  private static String attendedTo(QueueLine line) {
    return line.field(0).equals("LINK") ? line.field(2) : line.field(1);
  }

  private static void abandoned(QueueLine line, LineFacts facts) {
    facts.add("contact.abandoned", facts.ofCall().with("wait_ms", facts.seconds(line.field(2))));
  }

  private static void exited(LineFacts facts, String reason, String wait) {
    facts.add(
        "contact.exited",
        facts.ofCall().with("reason", reason).with("wait_ms", facts.seconds(wait)));
  }

  private static void rangOut(QueueLine line, LineFacts facts) {
    Long ring = facts.millis(line.field(0));
    missed(facts, ring == null ? "no_answer" : whyUnanswered(ring), ring);
  }

  private static String whyUnanswered(long ringMs) {
    if (ringMs == 0) {
      return "unreachable";
    }
    return ringMs <= TRIED_MS ? "busy" : "no_answer";
  }

  private static void missed(LineFacts facts, String reason, @Nullable Long ringMs) {
    facts.add("leg.missed", facts.ofCall().with("reason", reason).with("ring_ms", ringMs));
  }

  /** {@code QueueUpdate()} tells of an outbound call when it is over. */
  private static void dialled(QueueLine line, LineFacts facts) {
    var call = facts.ofCall().with("direction", "out");
    facts.add("dial.attempted", ":attempted", call);
    if (line.field(0).equals("ANSWER")) {
      Long talk = facts.seconds(line.field(1));
      facts.add("dial.connected", ":connected", call);
      facts.add("leg.ended", ":ended", call.with("talk_ms", talk).with("ended_by", "unknown"));
    }
  }
}
