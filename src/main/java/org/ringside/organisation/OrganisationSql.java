package org.ringside.organisation;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.metric.Booking;
import org.ringside.metric.BookingRules;

/** Organisations in the database. */
public final class OrganisationSql {
  private static final String NUMBERS = "select organisation_numbers()";

  private static final String FIND = "select * from organisation where organisation = $1";

  private static final String PUT =
      """
      insert into organisation (organisation, name, zone, day_start, week_start, month_start,
        currency, short_inbound_ms, valid_outbound_ms, missed_ring_ms, public_boards, booked_by,
        customer_key, created_at, code, second_factor)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      on conflict (organisation) do update set name = excluded.name, zone = excluded.zone,
        day_start = excluded.day_start, week_start = excluded.week_start,
        month_start = excluded.month_start, currency = excluded.currency,
        short_inbound_ms = excluded.short_inbound_ms,
        valid_outbound_ms = excluded.valid_outbound_ms,
        missed_ring_ms = excluded.missed_ring_ms, public_boards = excluded.public_boards,
        booked_by = excluded.booked_by, second_factor = excluded.second_factor
      """;

  private static final String BOOKED_BY_ANOTHER =
      "select booked_by <> $2 as foreign_booked from organisation where organisation = $1";

  private OrganisationSql() {}

  /** Which there are, in order; may be asked speaking for nobody. */
  public static Future<List<Integer>> numbers(SqlClient client) {
    return client
        .preparedQuery(NUMBERS)
        .execute()
        .map(
            rows -> {
              var found = new ArrayList<Integer>(rows.size());
              rows.forEach(row -> found.add(row.getInteger(0)));
              return found;
            });
  }

  /** The settings of an organisation that exists, read speaking for it. */
  public static Future<Organisation> find(SqlClient client, int organisation) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation))
        .map(rows -> organisation(rows.iterator().next()));
  }

  private static Organisation organisation(Row row) {
    return new Organisation(
        row.getInteger("organisation"),
        row.getString("code"),
        row.getString("name"),
        new ServiceCalendar(
            ZoneId.of(row.getString("zone")),
            row.getLocalTime("day_start"),
            DayOfWeek.of(row.getShort("week_start")),
            row.getShort("month_start")),
        row.getString("currency"),
        new BookingRules(
            row.getInteger("short_inbound_ms"),
            row.getInteger("valid_outbound_ms"),
            row.getInteger("missed_ring_ms")),
        row.getBoolean("public_boards"),
        row.getBoolean("second_factor"),
        row.getBuffer("customer_key").getBytes());
  }

  /** Whether another version of {@link Booking} made the counters of that organisation. */
  public static Future<Boolean> isBookedByAnother(SqlClient client, int organisation) {
    return client
        .preparedQuery(BOOKED_BY_ANOTHER)
        .execute(Tuple.of(organisation, Booking.VERSION))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /**
   * Writes all settings, and that the counters are this version's; the customer key of an existing
   * organisation stays.
   */
  public static Future<Void> put(SqlClient client, Organisation organisation, Instant now) {
    ServiceCalendar calendar = organisation.calendar();
    BookingRules rules = organisation.bookingRules();
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation.number())
            .addString(organisation.name())
            .addString(calendar.zone().getId())
            .addLocalTime(calendar.dayStart())
            .addShort((short) calendar.weekStart().getValue())
            .addShort((short) calendar.monthStart())
            .addString(organisation.currency())
            .addInteger((int) rules.shortInboundMs())
            .addInteger((int) rules.validOutboundMs())
            .addInteger((int) rules.missedRingMs())
            .addBoolean(organisation.publicBoards())
            .addInteger(Booking.VERSION)
            .addBuffer(Buffer.buffer(organisation.customerKey()))
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
            .addString(organisation.code())
            .addBoolean(organisation.secondFactor());
    return client.preparedQuery(PUT).execute(values).mapEmpty();
  }
}
