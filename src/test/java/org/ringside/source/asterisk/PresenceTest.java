package org.ringside.source.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which states of an agent a queue_log proves, and from when to when. */
final class PresenceTest {

  @Test
  void agent_who_joined_is_ready_between_calls_and_on_contact_during_them() {
    assertThat(
            states(
                "100|M|care|SIP/7|ADDMEMBER|",
                "160|c.1|care|SIP/7|CONNECT|5|b.1|3",
                "200|c.1|care|SIP/7|COMPLETEAGENT|5|40|1",
                "300|M|care|SIP/7|REMOVEMEMBER|"))
        .containsExactly("7 ready 100-160", "7 on_contact 160-200", "7 ready 200-300");
  }

  @Test
  void nothing_is_open_at_the_end() {
    assertThat(states("100|M|care|SIP/7|ADDMEMBER|")).isEmpty();
  }

  @Test
  void static_member_who_never_joins_is_known_only_while_paused() {
    assertThat(
            states(
                "100|NONE|care|SIP/7|PAUSE|lunch",
                "200|NONE|care|SIP/7|UNPAUSE|",
                "300|c.1|care|SIP/7|CONNECT|5|b.1|3",
                "340|c.1|care|SIP/7|COMPLETEAGENT|5|40|1"))
        .containsExactly("7 not_ready(lunch) 100-200");
  }

  @Test
  void pause_in_one_of_two_queues_leaves_the_agent_ready() {
    assertThat(
            states(
                "100|M|care|SIP/7|ADDMEMBER|",
                "100|M|sales|SIP/7|ADDMEMBER|",
                "150|NONE|care|SIP/7|PAUSE|tea",
                "170|NONE|sales|SIP/7|PAUSE|tea",
                "190|NONE|care|SIP/7|UNPAUSE|"))
        .containsExactly("7 ready 100-170", "7 not_ready(tea) 170-190");
  }

  @Test
  void pause_everywhere_and_its_lines_per_queue_count_once() {
    assertThat(
            states(
                "100|NONE|NONE|SIP/7|PAUSEALL|lunch",
                "100|NONE|care|SIP/7|PAUSE|lunch",
                "101|NONE|sales|SIP/7|PAUSE|lunch",
                "200|NONE|NONE|SIP/7|UNPAUSEALL|",
                "200|NONE|care|SIP/7|UNPAUSE|",
                "200|NONE|sales|SIP/7|UNPAUSE|"))
        .containsExactly("7 not_ready(lunch) 100-200");
  }

  @Test
  void pause_everywhere_by_interface_concerns_the_member_named_in_the_lines_that_follow() {
    assertThat(
            states(
                "100|NONE|NONE|SIP/7|PAUSEALL|lunch",
                "100|NONE|care|Bai Ling|PAUSE|lunch",
                "200|NONE|NONE|SIP/7|UNPAUSEALL|",
                "200|NONE|care|Bai Ling|UNPAUSE|"))
        .containsExactly("Bai Ling not_ready(lunch) 100-200");
  }

  @Test
  void pause_everywhere_without_lines_per_queue_stands_for_itself() {
    assertThat(
            states(
                "100|NONE|NONE|Agent/7|PAUSEALL|lunch",
                "150|c.9|care|NONE|ENTERQUEUE||1|1",
                "200|NONE|NONE|Agent/7|UNPAUSEALL|",
                "250|c.9|care|NONE|ABANDON|1|1|100"))
        .containsExactly("7 not_ready(lunch) 100-200");
  }

  @Test
  void member_added_paused_is_not_ready() {
    assertThat(
            states(
                "100|M|care|SIP/7|ADDMEMBER|PAUSED",
                "150|NONE|care|SIP/7|UNPAUSE|",
                "180|M|care|SIP/7|REMOVEMEMBER|"))
        .containsExactly("7 not_ready 100-150", "7 ready 150-180");
  }

  @Test
  void log_off_ends_every_membership() {
    assertThat(
            states(
                "100|x|NONE|Agent/7|AGENTCALLBACKLOGIN|7@default",
                "110|x|care|Local/7@agents|ADDMEMBER|",
                "200|x|NONE|Agent/7|AGENTCALLBACKLOGOFF|7@default|100|",
                "300|c.1|care|Agent/7|RINGCANCELED|10"))
        .containsExactly("7 ready 100-200");
  }

  @Test
  void call_whose_end_was_never_written_leaves_its_time_unknown() {
    assertThat(
            states(
                "100|M|care|SIP/7|ADDMEMBER|",
                "160|c.1|care|SIP/7|CONNECT|5|b.1|3",
                "900|c.2|care|SIP/7|CONNECT|5|b.2|3",
                "950|c.2|care|SIP/7|COMPLETEAGENT|5|50|1",
                "960|M|care|SIP/7|REMOVEMEMBER|"))
        .containsExactly("7 ready 100-160", "7 on_contact 900-950", "7 ready 950-960");
  }

  @Test
  void restart_of_asterisk_closes_what_is_open_at_the_last_line_before_it() {
    assertThat(
            states(
                "100|M|care|SIP/7|ADDMEMBER|",
                "400|c.9|care|NONE|ENTERQUEUE||1|1",
                "9000|NONE|NONE|NONE|QUEUESTART|",
                "9001|M|care|SIP/7|ADDMEMBER|",
                "9100|M|care|SIP/7|REMOVEMEMBER|"))
        .containsExactly("7 ready 100-400", "7 ready 9001-9100");
  }

  @Test
  void state_of_more_than_a_day_is_told_in_pieces_of_a_day() {
    assertThat(states("0|M|care|SIP/7|ADDMEMBER|", "200000|M|care|SIP/7|REMOVEMEMBER|"))
        .containsExactly("7 ready 0-86400", "7 ready 86400-172800", "7 ready 172800-200000");
  }

  private static List<String> states(String... lines) {
    return QueueLog.facts(lines).stream()
        .filter(fact -> fact.type().equals("agent.state"))
        .map(fact -> noted(fact.id(), fact.values().getOrDefault("reason", "")))
        .toList();
  }

  private static String noted(String id, Object reason) {
    String[] parts = id.split(":", -1);
    return parts[1]
        + " "
        + parts[2]
        + (reason.equals("") ? "" : "(" + reason + ")")
        + " "
        + parts[3];
  }
}
