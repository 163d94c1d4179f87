package org.ringside.source.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.source.asterisk.QueueLog.facts;
import static org.ringside.source.asterisk.QueueLog.noted;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ringside.source.SourceFact;
import org.ringside.source.asterisk.LineRead.Skip;
import org.ringside.source.asterisk.LineRead.Skipped;
import org.ringside.source.asterisk.LineRead.Unreadable;

/** What each event of a queue_log becomes. */
final class QueueLogReaderTest {

  @Test
  void caller_in_queue_offers_a_contact() {
    assertThat(noted(facts("100|c.1|care|NONE|ENTERQUEUE||13800000001|1")))
        .containsExactly("contact.offered null {contact=c.1, queue=care, customer=13800000001}");
  }

  @Test
  void callers_who_withhold_their_number_are_not_one_customer() {
    assertThat(noted(facts("100|c.1|care|NONE|ENTERQUEUE||Anonymous|1")))
        .containsExactly("contact.offered null {contact=c.1, queue=care}");
  }

  @Test
  void connect_tells_the_wait_and_the_ring_in_seconds() {
    assertThat(noted(facts("100|c.1|care|Agent/1127|CONNECT|20|b.2|3")))
        .containsExactly(
            "leg.answered 1127 {contact=c.1, queue=care, wait_ms=20000, ring_ms=3000}");
  }

  @Test
  void connect_of_an_old_version_leaves_the_ring_unknown() {
    assertThat(noted(facts("100|c.1|care|Agent/1127|CONNECT|20|b.2")))
        .containsExactly("leg.answered 1127 {contact=c.1, queue=care, wait_ms=20000}");
  }

  @Test
  void complete_says_who_hung_up() {
    assertThat(
            noted(
                facts(
                    "100|c.1|care|Agent/1127|COMPLETEAGENT|20|60|1",
                    "101|c.2|care|Agent/1127|COMPLETECALLER|20|61|1")))
        .containsExactly(
            "leg.ended 1127 {contact=c.1, queue=care, talk_ms=60000, ended_by=agent}",
            "leg.ended 1127 {contact=c.2, queue=care, talk_ms=61000, ended_by=customer}");
  }

  @Test
  void blind_transfer_ends_the_leg_without_a_hang_up_of_the_agent() {
    assertThat(noted(facts("100|c.1|care|Agent/1127|BLINDTRANSFER|2001|internal|10|20|1")))
        .containsExactly(
            "leg.transferred 1127 {contact=c.1, queue=care, kind=blind, to=2001}",
            "leg.ended 1127 {contact=c.1, queue=care, talk_ms=20000, ended_by=system}");
  }

  @Test
  void attended_transfer_over_a_link_has_six_fields_and_is_read_from_the_end() {
    assertThat(
            noted(facts("100|c.1|care|SIP/1128|ATTENDEDTRANSFER|LINK|SIP/1128-1|SIP/9-2|5|40|1")))
        .containsExactly(
            "leg.transferred 1128 {contact=c.1, queue=care, kind=attended, to=SIP/9-2}",
            "leg.ended 1128 {contact=c.1, queue=care, talk_ms=40000, ended_by=system}");
  }

  @Test
  void attended_transfer_over_a_bridge_may_leave_its_name_empty() {
    assertThat(noted(facts("100|c.1|care|SIP/1128|ATTENDEDTRANSFER|BRIDGE||6|30|1")))
        .containsExactly(
            "leg.transferred 1128 {contact=c.1, queue=care, kind=attended}",
            "leg.ended 1128 {contact=c.1, queue=care, talk_ms=30000, ended_by=system}");
  }

  @Test
  void transfer_that_does_not_tell_the_talk_ends_no_leg() {
    assertThat(noted(facts("100|c.1|care|SIP/1128|TRANSFER|2001|internal")))
        .containsExactly("leg.transferred 1128 {contact=c.1, queue=care, kind=blind, to=2001}");
  }

  @Test
  void abandon_is_nobodys_unless_the_line_names_a_member() {
    assertThat(
            noted(
                facts("100|c.1|care|NONE|ABANDON|1|1|5", "101|c.2|care|Agent/1127|ABANDON|1|1|6")))
        .containsExactly(
            "contact.abandoned null {contact=c.1, queue=care, wait_ms=5000}",
            "contact.abandoned 1127 {contact=c.2, queue=care, wait_ms=6000}");
  }

  @Test
  void exits_have_their_reason_and_their_wait_wherever_it_stands() {
    assertThat(
            noted(
                facts(
                    "100|c.1|care|NONE|EXITWITHTIMEOUT|1|2|60",
                    "100|c.2|care|NONE|EXITWITHKEY|9|1|2|10",
                    "100|c.3|care|NONE|EXITEMPTY|1|2|1",
                    "100|c.4|care|NONE|WITHDRAW|1|2|30|web")))
        .containsExactly(
            "contact.exited null {contact=c.1, queue=care, reason=timeout, wait_ms=60000}",
            "contact.exited null {contact=c.2, queue=care, reason=key, wait_ms=10000}",
            "contact.exited null {contact=c.3, queue=care, reason=empty, wait_ms=1000}",
            "contact.exited null {contact=c.4, queue=care, reason=withdrawn, wait_ms=30000}");
  }

  @Test
  void ring_without_answer_is_in_milliseconds_and_at_most_a_second_was_no_real_chance() {
    assertThat(
            noted(
                facts(
                    "100|c.1|care|Agent/1127|RINGNOANSWER|9000",
                    "100|c.1|care|Agent/1128|RINGNOANSWER|1000",
                    "100|c.1|care|Agent/1129|RINGNOANSWER|0")))
        .containsExactly(
            "leg.missed 1127 {contact=c.1, queue=care, reason=no_answer, ring_ms=9000}",
            "leg.missed 1128 {contact=c.1, queue=care, reason=busy, ring_ms=1000}",
            "leg.missed 1129 {contact=c.1, queue=care, reason=unreachable, ring_ms=0}");
  }

  @Test
  void ring_that_the_caller_ended_is_no_fault_of_the_agent() {
    assertThat(
            noted(
                facts(
                    "100|c.1|care|Agent/1127|RINGCANCELED|6000",
                    "101|c.1|care|Agent/1127|AGENTDUMP|",
                    "102|c.1|care|Agent/1127|SYSCOMPAT|")))
        .containsExactly(
            "leg.missed 1127 {contact=c.1, queue=care, reason=caller_gone, ring_ms=6000}",
            "leg.missed 1127 {contact=c.1, queue=care, reason=rejected}",
            "leg.missed 1127 {contact=c.1, queue=care, reason=unreachable}");
  }

  @Test
  void outbound_call_is_connected_only_if_it_was_answered() {
    assertThat(
            noted(
                facts(
                    "100|c.1|sales|SIP/1128|OUTCALL|ANSWER|45|60|139",
                    "101|c.2|sales|SIP/1128|OUTCALL|BUSY|0|5|139")))
        .containsExactly(
            "dial.attempted 1128 {contact=c.1, queue=sales, direction=out}",
            "dial.connected 1128 {contact=c.1, queue=sales, direction=out}",
            "leg.ended 1128 {contact=c.1, queue=sales, direction=out, talk_ms=45000,"
                + " ended_by=unknown}",
            "dial.attempted 1128 {contact=c.2, queue=sales, direction=out}");
  }

  @Test
  void vendors_own_events_and_settings_are_skipped_with_a_reason() {
    var reader = QueueLog.reader();
    assertThat(reader.read("100|c.1|care|SIP/1128|OUTDIAL|139|||0|0").verdict())
        .isEqualTo(new Skipped("OUTDIAL", Skip.CUSTOM));
    assertThat(reader.read("100|MANAGER|care|SIP/1128|PENALTY|3").verdict())
        .isEqualTo(new Skipped("PENALTY", Skip.CONFIGURATION));
    assertThat(reader.read("100|c.1|care|NONE|JOINEMPTY|").verdict())
        .isEqualTo(new Skipped("JOINEMPTY", Skip.NOBODY));
  }

  @Test
  void number_that_is_none_makes_the_line_unreadable_rather_than_half_read() {
    var read = QueueLog.reader().read("100|c.1|care|Agent/1127|CONNECT|-1|b.2|3");
    assertThat(read.facts()).isEmpty();
    assertThat(read.verdict())
        .isEqualTo(new Unreadable("BAD_NUMBER", "CONNECT: '-1' is no duration"));
  }

  @Test
  void text_that_is_no_line_is_unreadable() {
    for (String text : List.of("", "hello", "100|c.1|care", "x|c|q|a|CONNECT", "1|c|q|a||")) {
      assertThat(QueueLog.reader().read(text).verdict()).isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void one_person_under_four_spellings_is_one_agent() {
    var agents =
        facts(
                "100|c.1|care|Agent/1127|RINGCANCELED|1",
                "100|c.1|care|Local/1127@callback-agent|RINGCANCELED|1",
                "100|c.1|care|SIP/1127|RINGCANCELED|1",
                "100|c.1|care|PJSIP/1127-0000002a|RINGCANCELED|1")
            .stream()
            .map(SourceFact::subject);
    assertThat(agents).containsOnly("1127");
  }

  @Test
  void member_names_stand_as_they_are_and_a_pattern_may_take_another_part() {
    assertThat(AgentNames.byNumber().of("Bai Ling")).isEqualTo("Bai Ling");
    assertThat(AgentNames.byNumber().of("Alice2")).isEqualTo("Alice2");
    var initials = new AgentNames(Pattern.compile("SIP/([a-z]+)-.*"));
    assertThat(initials.of("SIP/bl-0001")).isEqualTo("bl");
  }

  /** R1: the id is made of the source's own keys. */
  @Test
  void equal_lines_are_told_apart_by_an_ordinal_and_the_same_log_gives_the_same_ids() {
    String ring = "100|c.1|care|Agent/1127|RINGNOANSWER|9000";
    var ids = facts(ring, ring).stream().map(SourceFact::id).toList();
    assertThat(ids)
        .containsExactly("c.1:100:RINGNOANSWER:Agent/1127:0", "c.1:100:RINGNOANSWER:Agent/1127:1");
    assertThat(facts(ring, ring).stream().map(SourceFact::id)).isEqualTo(ids);
  }

  @Test
  void every_fact_of_a_floor_has_its_own_id() {
    var ids = facts(QueueLog.reader(), QueueLog.floor()).stream().map(SourceFact::id);
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(60);
  }

  @Test
  void stop_after_any_line_changes_no_fact() {
    var whole = facts(QueueLog.reader(), QueueLog.floor());
    var reader = QueueLog.reader();
    var piecewise = new java.util.ArrayList<SourceFact>();
    for (String line : QueueLog.floor()) {
      piecewise.addAll(reader.read(line).facts());
      reader = new QueueLogReader("pbx", AgentNames.byNumber(), reader.carry());
    }
    assertThat(piecewise).isEqualTo(whole);
  }
}
