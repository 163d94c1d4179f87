package org.ringside.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.LogLines;
import org.ringside.tls.IdentityFiles.Reading;

/** What becomes of files that have changed. */
class ReloadTest {
  private static final SelfSigned FIRST = SelfSigned.make("first");
  private static final SelfSigned SECOND = SelfSigned.make("second");
  private static final Reading MIXED = new Reading.Unfit("The key does not belong to it.");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Identity> used = new ArrayList<>();
  private Reading.Fit first;
  private Reading.Fit second;
  private Reload reload;

  @BeforeEach
  void begin(@TempDir Path folder) {
    first = read(folder, FIRST);
    second = read(folder, SECOND);
    Instant valid = FIRST.certificate().getNotBefore().toInstant().plusSeconds(3600);
    reload =
        new Reload(
            new IdentityFiles(folder.resolve("a.pem"), folder.resolve("b.pem")),
            first.identity(),
            () -> valid,
            new TlsMeters(meters, () -> valid),
            identity -> {
              used.add(identity);
              return Future.succeededFuture();
            },
            () -> false);
  }

  private static Reading.Fit read(Path folder, SelfSigned pair) {
    Path certificate = folder.resolve("a.pem");
    Path key = folder.resolve("b.pem");
    pair.write(certificate, key);
    return (Reading.Fit) new IdentityFiles(certificate, key).read();
  }

  private double refused() {
    return meters.get("ringside.tls.reloads").tag("outcome", "refused").counter().count();
  }

  @Test
  void pair_of_which_one_file_came_first_is_taken_and_nothing_counts_as_refused() {
    try (var log = new LogLines(Reload.class.getName())) {
      reload.judge(MIXED);
      reload.judge(second);
      assertThat(log.all()).noneMatch(line -> line.startsWith("ERROR"));
      assertThat(log.all().getFirst()).startsWith("WARN").contains("once more");
    }
    assertThat(used).containsExactly(second.identity());
    assertThat(refused()).isZero();
  }

  @Test
  void pair_that_goes_on_not_fitting_is_refused_once() {
    try (var log = new LogLines(Reload.class.getName())) {
      reload.judge(MIXED);
      reload.judge(MIXED);
      reload.judge(MIXED);
      assertThat(log.all()).hasSize(2).last().asString().startsWith("ERROR");
    }
    assertThat(used).isEmpty();
    assertThat(refused()).isEqualTo(1);
  }

  @Test
  void files_that_were_put_back_are_no_change_and_the_next_doubt_is_a_new_one() {
    reload.judge(MIXED);
    reload.judge(first);
    reload.judge(MIXED);
    assertThat(used).isEmpty();
    assertThat(refused()).isZero();
  }
}
