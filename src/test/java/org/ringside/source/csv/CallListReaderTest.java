package org.ringside.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.source.csv.CallList.data;
import static org.ringside.source.csv.CallList.example;
import static org.ringside.source.csv.CallList.facts;
import static org.ringside.source.csv.CallList.fault;
import static org.ringside.source.csv.CallList.mapping;
import static org.ringside.source.csv.CallList.one;
import static org.ringside.source.csv.CallList.reader;
import static org.ringside.source.csv.CallList.rows;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringside.source.SourceFact;

/** What rows become by a mapping, and why a row becomes nothing. */
final class CallListReaderTest {
  private static final String HEAD = "id,agent,at,x\n";
  private static final CallListMapping TALK =
      one(
          "leg.ended",
          "{\"talk_ms\": {\"column\": \"x\", \"unit\": \"h:mm:ss\"}, \"ended_by\": \"unknown\"}");

  @Test
  void row_becomes_a_fact_at_its_time_in_the_lists_zone() {
    var fact = facts(reader(TALK, HEAD + "7,Bai Ling,2026-11-16 09:00,0:02:23\n")).getFirst();
    assertThat(fact.id()).isEqualTo("7");
    assertThat(fact.subject()).isEqualTo("Bai Ling");
    assertThat(fact.time()).isEqualTo("2026-11-16T01:00:00Z");
    assertThat(fact.values()).isEqualTo(Map.of("talk_ms", 143_000L, "ended_by", "unknown"));
  }

  @Test
  void byte_order_mark_is_no_part_of_the_first_column() {
    assertThat(facts(reader(TALK, "\uFEFF" + HEAD + "7,a,2026-11-16 09:00,0:00:01"))).hasSize(1);
  }

  @Test
  void spreadsheet_wrapping_of_a_number_is_taken_off() {
    var fact = facts(reader(TALK, HEAD + "\"=\"\"0012\"\"\",\t7 ,2026-11-16 09:00,0:00:01"));
    assertThat(fact.getFirst().id()).isEqualTo("0012");
    assertThat(fact.getFirst().subject()).isEqualTo("7");
  }

  @Test
  void durations_are_read_in_their_unit_and_never_guessed() {
    assertThat(talk("s", "12.5")).isEqualTo(12_500L);
    assertThat(talk("ms", "12500")).isEqualTo(12_500L);
    assertThat(talk("min", "1.5")).isEqualTo(90_000L);
    assertThat(talk("mm:ss", "75:30")).isEqualTo(4_530_000L);
    assertThat(talk("h:mm:ss", "1:00:01")).isEqualTo(3_601_000L);
    assertThat(talk("时分秒", "1小时3分20秒")).isEqualTo(3_800_000L);
    assertThat(talk("时分秒", "45秒")).isEqualTo(45_000L);
    assertThat(fault(TALK, HEAD + "7,a,2026-11-16 09:00,143").code()).isEqualTo("NOT_A_DURATION");
  }

  @Test
  void fault_names_line_column_and_cell_and_the_row_gives_nothing() {
    var read =
        rows(reader(TALK, HEAD + "6,a,2026-11-16 09:00,0:00:01\n7,a,2026-11-16 09:00,soon\n"));
    assertThat(read.get(1))
        .isEqualTo(
            new RowRead.Refused(
                new RowFault(
                    3, "x", "NOT_A_DURATION", "'soon' is not hours, minutes and seconds")));
  }

  @Test
  void line_is_the_one_where_the_row_begins_also_after_a_cell_of_several_lines() {
    var read =
        rows(
            reader(
                TALK,
                HEAD + "6,\"a\nb\nc\",2026-11-16 09:00,0:00:01\n7,a,2026-11-16 09:00,0:00:01\n"));
    assertThat(read).extracting(RowRead::line).containsExactly(2L, 5L);
  }

  @Test
  void date_that_does_not_exist_is_no_time() {
    assertThat(fault(TALK, HEAD + "7,a,2026-02-30 09:00,0:00:01").code()).isEqualTo("NOT_A_TIME");
  }

  @Test
  void time_that_the_clock_skipped_is_none_and_one_that_came_twice_is_the_first() {
    var berlin =
        mapping(
            """
            {"zone": "Europe/Berlin",
             "times": {"at": {"columns": ["at"], "pattern": "yyyy-MM-dd HH:mm"}},
             "facts": [{"type": "contact.offered", "id": "{id}", "time": "at"}]}
            """);
    assertThat(fault(berlin, HEAD + "1,a,2026-03-29 02:30,x").code()).isEqualTo("NOT_A_TIME");
    assertThat(facts(reader(berlin, HEAD + "1,a,2026-10-25 02:30,x")).getFirst().time())
        .isEqualTo("2026-10-25T00:30:00Z");
  }

  @Test
  void short_row_empty_key_and_empty_time_are_refused_by_name() {
    assertThat(fault(TALK, HEAD + "7,a").code()).isEqualTo("SHORT_ROW");
    assertThat(fault(TALK, HEAD + ",a,2026-11-16 09:00,0:00:01"))
        .isEqualTo(new RowFault(2, "id", "EMPTY", "the id is made of this cell"));
    assertThat(fault(TALK, HEAD + "7,a,,0:00:01").column()).isEqualTo("at");
  }

  @Test
  void amount_in_yuan_becomes_fen_exactly() {
    var sale =
        one("outcome.recorded", "{\"amount_minor\": {\"column\": \"x\", \"unit\": \"major\"}}");
    assertThat(data(sale, HEAD + "7,a,2026-11-16 09:00,\"1,299.90\""))
        .isEqualTo(Map.of("amount_minor", 129_990L));
    assertThat(fault(sale, HEAD + "7,a,2026-11-16 09:00,1.999").code()).isEqualTo("NOT_A_NUMBER");
  }

  @Test
  void quality_points_keep_their_one_decimal() {
    var check =
        one("qa.scored", "{\"points\": {\"column\": \"x\"}, \"max\": {\"column\": \"agent\"}}");
    assertThat(data(check, HEAD + "7,100,2026-11-16 09:00,92.5").get("points"))
        .isEqualTo(new BigDecimal("92.5"));
  }

  @Test
  void yes_and_no_may_be_said_in_chinese_and_maybe_is_neither() {
    var resolved = one("outcome.recorded", "{\"resolved\": {\"column\": \"x\"}}");
    assertThat(data(resolved, HEAD + "7,a,2026-11-16 09:00,是")).containsEntry("resolved", true);
    assertThat(data(resolved, HEAD + "7,a,2026-11-16 09:00,N")).containsEntry("resolved", false);
    assertThat(data(resolved, HEAD + "7,a,2026-11-16 09:00,")).isEmpty();
    assertThat(fault(resolved, HEAD + "7,a,2026-11-16 09:00,maybe").code())
        .isEqualTo("NOT_YES_OR_NO");
  }

  @Test
  void word_outside_the_mappings_list_is_refused() {
    var ended =
        one(
            "leg.ended",
            "{\"talk_ms\": {\"column\": \"agent\", \"unit\": \"s\"},"
                + " \"ended_by\": {\"column\": \"x\", \"words\": {\"座席\": \"agent\"}}}");
    assertThat(data(ended, HEAD + "7,3,2026-11-16 09:00,座席")).containsEntry("ended_by", "agent");
    assertThat(fault(ended, HEAD + "7,3,2026-11-16 09:00,路人"))
        .isEqualTo(new RowFault(2, "x", "NO_SUCH_WORD", "'路人' is not one of 座席"));
  }

  @Test
  void columns_that_the_list_lacks_or_has_twice_are_told_before_any_row_is_read() {
    assertThat(reader(TALK, "id,at,at\n").missingColumns()).containsExactly("agent", "x");
    assertThat(reader(TALK, "id,at,at\n").ambiguousColumns()).containsExactly("at");
  }

  @Test
  void bytes_in_another_encoding_stop_the_reading() {
    assertThatThrownBy(() -> rows(reader(TALK, HEAD + "7,白玲,x,x", Charset.forName("GB18030"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(CharacterCodingException.class);
  }

  @Test
  void chinese_call_list_in_gb18030_tells_calls_sales_and_satisfaction() {
    String list =
        """
        流水号,进线时间,呼叫类型,技能组,主叫号码,工号,接听状态,等待时长,振铃时长,通话时长,挂机方,满意度,成交金额
        20261116001,2026/11/16 9:00:00,呼入,客服,13800000001,1127,已接听,12,3,2分5秒,客户,非常满意,
        20261116002,2026/11/16 9:01:00,呼入,客服,13800000002,,排队放弃,35,,,,,
        20261116003,2026/11/16 9:02:00,呼入,客服,13800000003,1128,座席未接,20,18,,,,
        20261116004,2026/11/16 9:03:00,外呼,电销,13800000004,1129,已接听,8,,1小时0分3秒,座席,未评价,"1,299.00"
        20261116005,2026/11/16 9:04:00,外呼,电销,13800000005,1129,客户未接,,,,,,
        """;
    var facts =
        facts(reader(mapping(example("call-list-zh.json")), list, Charset.forName("GB18030")));
    assertThat(facts)
        .extracting(SourceFact::id)
        .containsExactly(
            "20261116001:offered",
            "20261116001:answered",
            "20261116001:ended",
            "20261116001:survey",
            "20261116002:offered",
            "20261116002:abandoned",
            "20261116003:offered",
            "20261116003:missed",
            "20261116004:dialled",
            "20261116004:connected",
            "20261116004:ended",
            "20261116004:sale",
            "20261116005:dialled");
    assertThat(facts.get(3).time()).isEqualTo("2026-11-16T01:02:17Z");
    assertThat(facts.get(3).values()).containsEntry("score", 5L).containsEntry("queue", "客服");
    assertThat(facts.get(10).values())
        .containsEntry("talk_ms", 3_603_000L)
        .containsEntry("ended_by", "agent");
    assertThat(facts.get(11).values())
        .containsEntry("amount_minor", 129_900L)
        .containsEntry("currency", "CNY");
  }

  @Test
  void daily_totals_become_counters() {
    String list = "agent;day;calls;valid;talk;wrap\n1127;2026-11-16;80;78;5:00:00;\n";
    var fact = facts(reader(mapping(example("daily-totals.json")), list)).getFirst();
    assertThat(fact.time()).isEqualTo("2026-11-15T16:00:00Z");
    assertThat(fact.values())
        .isEqualTo(
            Map.of(
                "counters",
                Map.of(
                    "answered", 80L, "handled", 80L, "valid_calls", 78L, "talk_ms", 18_000_000L)));
  }

  @Test
  void list_in_utf8_without_the_last_line_end_is_read_to_its_end() {
    assertThat(facts(reader(TALK, HEAD + "7,白玲,2026-11-16 09:00,0:00:01", UTF_8)))
        .extracting(SourceFact::subject)
        .containsExactly("白玲");
  }

  private static Object talk(String unit, String cell) {
    var mapping =
        one(
            "leg.ended",
            "{\"talk_ms\": {\"column\": \"x\", \"unit\": \""
                + unit
                + "\"}, \"ended_by\": \"agent\"}");
    return data(mapping, HEAD + "7,a,2026-11-16 09:00," + cell).getOrDefault("talk_ms", "none");
  }
}
