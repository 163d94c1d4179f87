package org.ringside.metric;

import static org.ringside.metric.FactType.CONTACT_ABANDONED;
import static org.ringside.metric.FactType.CONTACT_EXITED;
import static org.ringside.metric.FactType.CONTACT_OFFERED;
import static org.ringside.metric.FactType.LEG_ANSWERED;
import static org.ringside.metric.FactType.LEG_ENDED;
import static org.ringside.metric.FactType.LEG_MISSED;
import static org.ringside.metric.FactType.LEG_TRANSFERRED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the telephony says: M01 to M12 and M26. */
final class CallMetrics {
  private static final Sum HANDLED = Sum.of("handled");
  private static final Sum ANSWERED_CONTACTS = Sum.of("answered_contacts");

  /** All that left the queue without an agent; quick voicemail or call-back choices are none. */
  private static final String[] LOST = {
    "abandoned", "exited_timeout", "exited_key", "exited_empty"
  };

  private CallMetrics() {}

  static List<Draft> drafts() {
    var drafts = new ArrayList<Draft>();
    drafts.addAll(volumes());
    drafts.addAll(reachability());
    drafts.addAll(serviceLevels(20, ""));
    drafts.addAll(promptness());
    drafts.addAll(averages());
    drafts.addAll(handling());
    drafts.addAll(shortCalls());
    return drafts;
  }

  private static List<Draft> volumes() {
    return List.of(
        Draft.count("offered", "M01", Sum.of("offered"))
            .formula("contacts that came to the queue")
            .needs(CONTACT_OFFERED)
            .gaming("Belongs to the queue; nobody on the floor makes it.")
            .ofQueue()
            .volume(),
        Draft.count("answered", "M02", Sum.of("answered"))
            .formula("connections to an agent, transfers in among them")
            .needs(LEG_ANSWERED)
            .gaming("Pick up and hang up. For reports; score valid_calls.")
            .volume(),
        Draft.count("handled", "M02", HANDLED)
            .formula("agent legs that ended")
            .needs(LEG_ENDED)
            .gaming("Hang up early, transfer needlessly. For reports; score valid_calls.")
            .volume(),
        Draft.count("valid_calls", "M02", Sum.of("valid_calls"))
            .formula("ended legs with talk at or above the threshold of their direction")
            .needs(LEG_ENDED)
            .gaming("Talk just over the threshold; pair it with satisfaction or quality.")
            .volume());
  }

  private static List<Draft> reachability() {
    return List.of(
        Draft.rate("answer_rate", "M03", ANSWERED_CONTACTS, Sum.of("offered"))
            .formula("answered contacts / contacts offered")
            .needs(CONTACT_OFFERED, LEG_ANSWERED)
            .benchmark("0.95", "GB/T 33358-2016, over 24 hours")
            .gaming("The queue's: staffing decides it.")
            .ofQueue(),
        Draft.rate(
                "agent_answer_rate", "M03", Sum.of("answered"), Sum.of("answered", "missed_real"))
            .formula("answered / (answered + really missed)")
            .needs(LEG_ANSWERED, LEG_MISSED)
            .gaming("Set not ready instead of missing a call; outbound connections count too."),
        Draft.count("abandoned", "M04", Sum.of("abandoned"))
            .formula("contacts whose caller hung up in the queue")
            .lower()
            .needs(CONTACT_ABANDONED)
            .gaming("Belongs to the queue.")
            .ofQueue()
            .volume(),
        Draft.rate("abandon_rate", "M04", Sum.of("abandoned"), Sum.of("offered"))
            .formula("abandoned / contacts offered")
            .lower()
            .needs(CONTACT_OFFERED, CONTACT_ABANDONED)
            .benchmark("0.08", "Call centre benchmarking, IFC: 5–8 %")
            .gaming("Short queues overflow elsewhere.")
            .ofQueue(),
        Draft.rate(
                "abandon_rate_net",
                "M04",
                Sum.of("abandoned").less("abandoned_in_5s"),
                Sum.of("offered").less("abandoned_in_5s"))
            .formula("abandoned / offered, without those that hung up within 5 s")
            .lower()
            .needs(CONTACT_OFFERED, CONTACT_ABANDONED)
            .gaming("Looks better than abandon_rate by definition.")
            .ofQueue());
  }

  /** The four published formulas; which one is meant is in the name (R7). */
  static List<Draft> serviceLevels(int seconds, String suffix) {
    String within = "answered_in_" + seconds + "s";
    String abandonedWithin = "abandoned_in_" + seconds + "s";
    Sum all =
        Sum.of(
            Stream.concat(Stream.of("answered_contacts"), Stream.of(LOST)).toArray(String[]::new));
    String t = seconds + " s";
    return Stream.of(
            Draft.rate("service_level_a" + suffix, "M06", Sum.of(within, abandonedWithin), all)
                .formula("(answered + abandoned within " + t + ") / (answered + lost)"),
            Draft.rate("service_level_b" + suffix, "M06", Sum.of(within), ANSWERED_CONTACTS)
                .formula("answered within " + t + " / answered"),
            Draft.rate("service_level_c" + suffix, "M06", Sum.of(within), all)
                .formula("answered within " + t + " / (answered + lost)"),
            Draft.rate("service_level_d" + suffix, "M06", Sum.of(within), all.less(abandonedWithin))
                .formula(
                    "answered within " + t + " / (answered + lost − abandoned within " + t + ")"))
        .map(CallMetrics::asServiceLevel)
        .toList();
  }

  private static Draft asServiceLevel(Draft draft) {
    return draft
        .needs(LEG_ANSWERED, CONTACT_ABANDONED, CONTACT_EXITED)
        .benchmark("0.80", "The usual 80/20")
        .gaming("Answer the fresh calls and let the late ones wait: they are lost already.")
        .ofQueue();
  }

  private static List<Draft> promptness() {
    return List.of(
        Draft.seconds("asa", "M05", Sum.of("wait_answered_ms"), ANSWERED_CONTACTS)
            .formula("waiting time of answered contacts, ringing included / answered contacts")
            .lower()
            .needs(LEG_ANSWERED)
            .benchmark("28", "Call centre benchmarking, IFC")
            .gaming("Belongs to the queue; those who gave up are not in it.")
            .ofQueue(),
        Draft.rate("three_rings", "M07", Sum.of("ring_le_15s"), Sum.of("ring_known"))
            .formula("answered within 15 s of ringing (3 rings of 5 s) / answered, ring time known")
            .needs(LEG_ANSWERED)
            .benchmark("1", "Practice; GB/T 33358-2016 asks for 15 s")
            .gaming("Calls that were not taken at all are not in it: pair it with missed."),
        Draft.rate("three_rings_18s", "M07", Sum.of("ring_le_18s"), Sum.of("ring_known"))
            .formula("answered within 18 s of ringing (3 rings of 6 s) / answered, ring time known")
            .needs(LEG_ANSWERED)
            .gaming("Calls that were not taken at all are not in it: pair it with missed."),
        Draft.count("missed", "M08", Sum.of("missed_real"))
            .formula("offers that rang at least 5 s and were not taken")
            .lower()
            .needs(LEG_MISSED)
            .gaming("Set not ready; one call can be missed several times.")
            .volume());
  }

  private static List<Draft> averages() {
    return Stream.of(
            Draft.seconds("aht", "M09", Sum.of("talk_ms", "hold_ms", "acw_ms"), HANDLED)
                .formula("(talk + hold + after-call work) / handled")
                .benchmark("360", "Published: about six minutes"),
            Draft.seconds("talk_time", "M10", Sum.of("talk_ms"), HANDLED).formula("talk / handled"),
            Draft.seconds("hold_time", "M10", Sum.of("hold_ms"), HANDLED).formula("hold / handled"),
            Draft.seconds("hold_time_held", "M10", Sum.of("hold_ms"), Sum.of("held_calls"))
                .formula("hold / calls that were held")
                .benchmark("25.8", "Published average"),
            Draft.seconds("wrap_time", "M10", Sum.of("acw_ms"), HANDLED)
                .formula("after-call work / handled"))
        .map(CallMetrics::asHandleTime)
        .toList();
  }

  private static Draft asHandleTime(Draft draft) {
    return draft
        .band()
        .volume()
        .needs(LEG_ENDED)
        .gaming("Hang up early, transfer, skip the notes. Only as a band.");
  }

  private static List<Draft> handling() {
    return List.of(
        Draft.rate("hold_rate", "M11", Sum.of("held_calls"), HANDLED)
            .formula("calls held / handled")
            .lower()
            .needs(LEG_ENDED)
            .gaming("Mute instead of hold."),
        Draft.rate("transfer_rate", "M12", Sum.of("transferred_out"), HANDLED)
            .formula("transferred out / handled")
            .lower()
            .needs(LEG_TRANSFERRED, LEG_ENDED)
            .benchmark("0.099", "Published average")
            .gaming("Ask the caller to dial again."));
  }

  private static List<Draft> shortCalls() {
    return List.of(
        Draft.count("short_calls", "M26", Sum.of("short_calls"))
            .formula("ended legs with talk below the threshold of their direction")
            .lower()
            .needs(LEG_ENDED)
            .gaming("Keep the line open a little longer.")
            .volume(),
        Draft.rate("short_call_rate", "M26", Sum.of("short_calls"), HANDLED)
            .formula("short calls / handled")
            .lower()
            .needs(LEG_ENDED)
            .gaming("Keep the line open a little longer."),
        Draft.rate("short_call_agent_rate", "M26", Sum.of("short_calls_by_agent"), HANDLED)
            .formula("short calls that the agent ended / handled")
            .lower()
            .gates("short_call_agent_rate", 50, 50)
            .needs(LEG_ENDED)
            .gaming("Keep the line open a little longer."));
  }
}
