package org.ringside.source;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Call;

/**
 * How far the clocks of sources are from the server's: of each source the median of its last
 * requests that say when they were sent. That is {@code webhook-timestamp} of what is signed, and
 * the header {@code Date} of what bears a key; the times of facts and heartbeats say when something
 * happened, not when it was told. Both count whole seconds, and the way takes its time, so a second
 * either way means nothing.
 *
 * <p>In memory only, of sources that have proved who they are. Safe from any thread.
 */
public final class Skews {
  /** An odd number, so that one of them is the median; one late request does not move it. */
  static final int REMEMBERED = 9;

  private final Map<String, Ring> bySource = new ConcurrentHashMap<>();

  /** The last differences of one source, in milliseconds, positive where its clock is ahead. */
  private static final class Ring {
    private final long[] last = new long[REMEMBERED];
    private long seen;

    synchronized void add(long millis) {
      last[(int) (seen++ % REMEMBERED)] = millis;
    }

    synchronized long median() {
      long[] sorted = Arrays.copyOf(last, (int) Math.min(seen, REMEMBERED));
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  /** With a gauge of the clock that is furthest off; which one it is, the list of sources says. */
  public Skews(MeterRegistry meters) {
    Gauge.builder("ringside.sources.skew.max", this::furthestSeconds)
        .baseUnit("seconds")
        .register(meters);
  }

  /** Notes when a source says that it sent this request; nothing where it does not say. */
  public void note(Call call, Instant now) {
    String source = call.principal().source();
    Instant sent = sent(call.request());
    if (source != null && sent != null) {
      note(call.organisation(), source, Duration.between(now, sent).toMillis());
    }
  }

  void note(int organisation, String source, long millis) {
    bySource.computeIfAbsent(key(organisation, source), first -> new Ring()).add(millis);
  }

  /** Seconds that the source's clock is ahead, negative behind; null where it was not told. */
  public @Nullable Long seconds(int organisation, String source) {
    Ring ring = bySource.get(key(organisation, source));
    return ring == null ? null : Math.round(ring.median() / 1000.0);
  }

  private double furthestSeconds() {
    return bySource.values().stream().mapToLong(one -> Math.abs(one.median())).max().orElse(0)
        / 1000.0;
  }

  private static String key(int organisation, String source) {
    return organisation + "/" + source;
  }

  private static @Nullable Instant sent(HttpServerRequest request) {
    String signed = request.getHeader("webhook-timestamp");
    if (signed != null && signed.matches("[0-9]{1,11}")) {
      return Instant.ofEpochSecond(Long.parseLong(signed));
    }
    String date = request.getHeader(HttpHeaders.DATE);
    try {
      return date == null
          ? null
          : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException notOne) {
      return null;
    }
  }
}
