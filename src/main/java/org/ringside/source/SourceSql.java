package org.ringside.source;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources and their watermarks in the database. */
public final class SourceSql {
  private static final String ALL =
      """
      select source, name, apart, aggregated, service_from, service_to, heard_until, seen_at
      from source where organisation = $1 order by source
      """;

  private static final String PUT =
      """
      insert into source (organisation, source, name, apart, aggregated, service_from, service_to,
                          created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (organisation, source) do update set apart = excluded.apart,
        aggregated = excluded.aggregated, service_from = excluded.service_from,
        service_to = excluded.service_to
      """;

  private static final String HEARD =
      """
      update source s
      set heard_until = greatest(s.heard_until, h.heard_until), seen_at = h.seen_at
      from unnest($2::int[], $3::timestamptz[], $4::timestamptz[]) as h (source, heard_until, seen_at)
      where s.organisation = $1 and s.source = h.source
      """;

  private SourceSql() {}

  /**
   * A source with what was last heard of it.
   *
   * @param heardUntil watermark, null before the first fact or heartbeat
   * @param seenAt when it last sent anything
   */
  public record Heard(Source source, @Nullable Instant heardUntil, @Nullable Instant seenAt) {}

  public static Future<List<Heard>> all(SqlClient client, int organisation) {
    return client
        .preparedQuery(ALL)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var sources = new ArrayList<Heard>(rows.size());
              rows.forEach(row -> sources.add(heard(row)));
              return sources;
            });
  }

  private static Heard heard(Row row) {
    var source =
        new Source(
            row.getInteger("source"),
            row.getString("name"),
            row.getBoolean("apart"),
            row.getBoolean("aggregated"),
            row.getLocalTime("service_from"),
            row.getLocalTime("service_to"));
    return new Heard(source, instant(row, "heard_until"), instant(row, "seen_at"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }

  /** Adds a source, or changes what it declared. */
  public static Future<Void> put(SqlClient client, int organisation, Source source, Instant now) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addInteger(source.number())
            .addString(source.name())
            .addBoolean(source.apart())
            .addBoolean(source.aggregated())
            .addLocalTime(source.serviceFrom())
            .addLocalTime(source.serviceTo())
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    return client.preparedQuery(PUT).execute(values).mapEmpty();
  }

  /** Moves watermarks forward, never back. */
  public static Future<Void> heard(SqlClient client, int organisation, List<Heard> heard) {
    var numbers = new Integer[heard.size()];
    var until = new @Nullable OffsetDateTime[heard.size()];
    var seen = new @Nullable OffsetDateTime[heard.size()];
    for (int i = 0; i < heard.size(); i++) {
      numbers[i] = heard.get(i).source().number();
      until[i] = offset(heard.get(i).heardUntil());
      seen[i] = offset(heard.get(i).seenAt());
    }
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfInteger(numbers)
            .addArrayOfOffsetDateTime(until)
            .addArrayOfOffsetDateTime(seen);
    return client.preparedQuery(HEARD).execute(values).mapEmpty();
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
