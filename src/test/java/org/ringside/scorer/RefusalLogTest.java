package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringside.fact.Refused;
import org.ringside.frame.FieldError;
import org.ringside.source.Forgery;
import org.ringside.source.Refusal;

class RefusalLogTest {
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

  private final RefusalLog log = new RefusalLog();

  private void refuse(int organisation, String source, String code) {
    refuse(organisation, Set.of(source), source, code, 1);
  }

  private void refuse(int organisation, Set<String> known, String source, String code, int faults) {
    List<FieldError> errors =
        Collections.nCopies(faults, new FieldError("subject", "somebody else", ""));
    log.note(organisation, known, List.of(new Refused(source, "an id", code, errors)), NOW);
  }

  @Test
  void sources_that_an_organisation_does_not_have_share_one_list() {
    for (int i = 0; i < 150; i++) {
      refuse(1, Set.of("pbx"), "claimed-" + i, Refused.FOREIGN_SOURCE, 1);
    }
    refuse(1, Set.of("pbx"), "pbx", Refused.BAD_FIELD, 1);

    assertThat(log.last(1, "claimed-0")).isEmpty();
    assertThat(log.last(1, "")).hasSize(150);
    assertThat(log.last(1, "pbx")).hasSize(1);
  }

  @Test
  void ten_faults_are_kept_of_a_refusal_and_the_others_are_counted_in_words() {
    refuse(1, Set.of("pbx"), "pbx", Refused.BAD_FIELD, 500);

    Refusal only = log.last(1, "pbx").getFirst();
    assertThat(only.errors()).hasSize(10);
    assertThat(only.detail()).contains("499 more faults");
  }

  @Test
  void forged_requests_of_one_kind_do_not_hide_another() {
    for (int i = 0; i < 3; i++) {
      log.noteForged(1, "pbx", Forgery.WRONG_SIGNATURE, "one that fits", NOW.plusSeconds(i));
      log.noteForged(1, "pbx", Forgery.OUT_OF_TIME, "now", NOW.plusSeconds(i));
    }

    assertThat(log.last(1, "pbx"))
        .extracting(Refusal::code)
        .containsExactly("OUT_OF_TIME", "WRONG_SIGNATURE");
    assertThat(log.counts(1, "pbx")).containsEntry("OUT_OF_TIME", 3L);
  }

  @Test
  void sources_of_one_organisation_leave_the_room_of_others() {
    for (int i = 0; i < 300; i++) {
      refuse(1, "made-up-" + i, Refused.BAD_FIELD);
    }
    refuse(2, "pbx", Refused.BAD_FIELD);

    assertThat(log.last(2, "pbx")).hasSize(1);
    assertThat(log.last(1, "made-up-299")).isEmpty();
    assertThat(log.last(1, "")).as("what is left shares a list").hasSize(100);
    assertThat(log.forget(2, NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(log.last(1, "made-up-0")).hasSize(1);
  }

  @Test
  void fact_that_names_who_is_gone_is_listed_without_its_id() {
    refuse(1, "pbx", Refused.GONE_AGENT);
    refuse(1, "pbx", Refused.CONFLICT);

    assertThat(log.last(1, "pbx")).extracting(Refusal::id).containsExactly("an id", null);
    assertThat(log.counts(1, "pbx")).containsEntry(Refused.GONE_AGENT, 1L);
  }
}
