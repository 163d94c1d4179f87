package org.ringside.source.asterisk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live log is read whole, once, in order, whatever is done to its file. */
final class LogTailTest {
  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void beginLog() throws IOException {
    log = folder.resolve("queue_log");
    write("one\ntwo\n");
  }

  @Test
  void half_line_waits_for_its_end() throws IOException {
    try (var tail = LogTail.fromStart(log, UTF_8)) {
      write("thr");
      assertThat(now(tail)).containsExactly("one", "two");
      write("ee\nfo");
      assertThat(now(tail)).containsExactly("three");
      assertThat(tail.position().offset()).isEqualTo("one\ntwo\nthree\n".length());
    }
  }

  @Test
  void half_character_waits_for_its_other_half() throws IOException {
    byte[] name = "白玲\n".getBytes(UTF_8);
    try (var tail = LogTail.fromStart(log, UTF_8)) {
      Files.write(log, java.util.Arrays.copyOf(name, 4), APPEND);
      assertThat(now(tail)).containsExactly("one", "two");
      Files.write(log, java.util.Arrays.copyOfRange(name, 4, name.length), APPEND);
      assertThat(now(tail)).containsExactly("白玲");
    }
  }

  @Test
  void renamed_log_is_read_to_its_end_before_its_successor() throws IOException {
    try (var tail = LogTail.fromStart(log, UTF_8)) {
      assertThat(now(tail)).containsExactly("one", "two");
      rotate("queue_log.1");
      append("queue_log.1", "three\n");
      assertThat(now(tail)).containsExactly("three");
      write("");
      append("queue_log.1", "four\n");
      assertThat(now(tail)).containsExactly("four");
      append("queue_log.1", "five\n");
      write("six\n");
      assertThat(now(tail)).containsExactly("five", "six");
    }
  }

  @Test
  void half_line_at_the_end_of_a_renamed_log_is_left_out_and_counted() throws IOException {
    try (var tail = LogTail.fromStart(log, UTF_8)) {
      write("thr");
      now(tail);
      rotate("queue_log.1");
      write("four\n");
      assertThat(now(tail)).containsExactly("four");
      assertThat(tail.halfLines()).isEqualTo(1);
    }
  }

  @Test
  void log_copied_and_emptied_is_read_on_in_the_copy_and_then_from_its_start() throws IOException {
    try (var tail = LogTail.fromStart(log, UTF_8)) {
      now(tail);
      write("three\n");
      Files.copy(log, folder.resolve("queue_log.1"));
      Files.write(log, new byte[0]);
      write("four\n");
      assertThat(now(tail)).containsExactly("three", "four");
      assertThat(tail.halfLines()).isZero();
    }
  }

  @Test
  void log_that_was_emptied_and_outgrew_its_former_size_is_seen_to_be_another() throws IOException {
    try (var tail = LogTail.fromStart(log, UTF_8)) {
      now(tail);
      Files.writeString(log, "a much longer first line\nsecond\n");
      assertThat(now(tail)).containsExactly("a much longer first line", "second");
    }
  }

  @Test
  void restart_goes_on_after_the_last_line_noted() throws IOException {
    var place = placeAfterAll();
    write("three\n");
    assertThat(afterRestart(place)).containsExactly("three");
  }

  @Test
  void restart_finds_its_place_in_the_rotated_file_and_reads_those_after_it() throws IOException {
    var place = placeAfterAll();
    write("three\n");
    rotate("queue_log.2");
    age("queue_log.2", 200);
    write("four\n");
    rotate("queue_log.1");
    age("queue_log.1", 100);
    Files.write(folder.resolve("queue_log.3.gz"), new byte[] {1, 2, 3});
    write("five\n");
    assertThat(afterRestart(place)).containsExactly("three", "four", "five");
  }

  @Test
  void restart_finds_its_place_in_the_copy_of_a_log_that_was_emptied() throws IOException {
    var place = placeAfterAll();
    write("three\n");
    Files.copy(log, folder.resolve("queue_log.1"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.write(log, new byte[0]);
    write("four\n");
    assertThat(afterRestart(place)).containsExactly("three", "four");
  }

  @Test
  void restart_that_finds_its_place_nowhere_says_so_and_reads_the_live_file() throws IOException {
    var place = placeAfterAll();
    Files.writeString(log, "other\n");
    try (var tail = LogTail.from(log, UTF_8, place)) {
      assertThat(tail.found()).isFalse();
      assertThat(now(tail)).containsExactly("other");
    }
  }

  @Test
  void place_survives_its_note() {
    var place = new Position("(dev=1,inode=2)", 77, "b25lCg==");
    assertThat(Position.of(place.json())).isEqualTo(place);
  }

  @Test
  void line_of_a_hundred_thousand_bytes_is_read_over() throws IOException {
    write("x".repeat(100_000) + "\nafter\n");
    try (var tail = LogTail.fromStart(log, UTF_8)) {
      assertThat(now(tail)).containsExactly("one", "two", "a line of 100000 bytes", "after");
    }
  }

  @Test
  void carriage_returns_are_no_part_of_a_line() throws IOException {
    write("three\r\n");
    try (var tail = LogTail.fromStart(log, UTF_8)) {
      assertThat(now(tail)).containsExactly("one", "two", "three");
    }
  }

  private Position placeAfterAll() throws IOException {
    try (var tail = LogTail.fromStart(log, UTF_8)) {
      now(tail);
      return tail.position();
    }
  }

  private List<String> afterRestart(Position place) throws IOException {
    try (var tail = LogTail.from(log, UTF_8, place)) {
      assertThat(tail.found()).isTrue();
      return now(tail);
    }
  }

  private static List<String> now(LogTail tail) throws IOException {
    var lines = new ArrayList<String>();
    for (String line = tail.next(); line != null; line = tail.next()) {
      lines.add(line);
    }
    return lines;
  }

  private void write(String text) throws IOException {
    append("queue_log", text);
  }

  private void append(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, CREATE, APPEND);
  }

  private void rotate(String name) throws IOException {
    Files.move(log, folder.resolve(name));
  }

  private void age(String name, long seconds) throws IOException {
    Files.setLastModifiedTime(
        folder.resolve(name), FileTime.from(Instant.now().minusSeconds(seconds)));
  }
}
