package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringside.fact.Refused;
import org.ringside.frame.FieldError;
import org.ringside.source.Refusal;

class RefusalLogTest {
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

  private final RefusalLog log = new RefusalLog();

  private void refuse(int organisation, String source, String code) {
    var error = new FieldError("subject", "somebody else", "");
    log.note(organisation, List.of(new Refused(source, "an id", code, List.of(error))), NOW);
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
