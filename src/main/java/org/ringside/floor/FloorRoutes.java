package org.ringside.floor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import org.ringside.audit.Act;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.db.Tenants;
import org.ringside.floor.StrangerSql.Stranger;
import org.ringside.frame.Call;
import org.ringside.frame.Csv;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;

/**
 * The roster over HTTP. Rosters can be large: they are read and written on a worker thread, and
 * merged by whoever holds the floor.
 */
public final class FloorRoutes {
  private final Floors floors;
  private final Organisations organisations;
  private final Tenants database;
  private final IntFunction<Future<Void>> flush;

  /**
   * The routes of the roster.
   *
   * @param flush makes the tables that the scorer keeps contain all facts of an organisation
   */
  public FloorRoutes(
      Floors floors,
      Organisations organisations,
      Tenants database,
      IntFunction<Future<Void>> flush) {
    this.floors = floors;
    this.organisations = organisations;
    this.database = database;
    this.flush = flush;
  }

  public List<Endpoint> endpoints() {
    String path = "/api/v1/roster";
    return List.of(
        Endpoint.put(path, Permission.EDIT_FLOOR, Endpoint.Body.LARGE, this::put)
            .queries("replace", "dryRun"),
        Endpoint.get(path, Permission.READ_FLOOR, this::get)
            .queries("cursor", "limit")
            .withinReach(),
        Endpoint.get(path + "/unknown-agents", Permission.READ_FLOOR, this::strangers)
            .queries("cursor", "limit"));
  }

  private ServiceCalendar calendar(Call call) {
    Organisation own = organisations.find(call.organisation());
    if (own == null) {
      throw ProblemCode.UNAVAILABLE.because("The server is still loading.").refused();
    }
    return own.calendar();
  }

  private Future<?> put(Call call) {
    ServiceCalendar calendar = calendar(call);
    boolean replace = call.flag("replace");
    boolean dryRun = call.flag("dryRun");
    String mediaType = call.mediaType();
    Buffer body = call.bodyBytes();
    return call.aside(() -> read(mediaType, body, calendar))
        .compose(
            update ->
                floors.change(
                    call.organisation(),
                    (before, now) -> RosterMerge.apply(before, update, replace, now),
                    dryRun,
                    Act.of(call, "roster.changed", "roster")))
        .compose(outcome -> call.aside(() -> receipt(outcome, dryRun, calendar)))
        .compose(receipt -> call.json(200, receipt));
  }

  private static RosterUpdate read(String mediaType, Buffer body, ServiceCalendar calendar) {
    return switch (mediaType) {
      case "application/json" -> RosterJson.read(Fields.parse(body), calendar);
      case Csv.MEDIA_TYPE -> readCsv(body, calendar);
      default ->
          throw ProblemCode.UNSUPPORTED_MEDIA
              .because("Send application/json or text/csv.")
              .refused();
    };
  }

  private static RosterUpdate readCsv(Buffer body, ServiceCalendar calendar) {
    RosterCsv.Reading reading = RosterCsv.read(utf8(body), calendar);
    if (!reading.faults().isEmpty()) {
      throw Problem.badInput(reading.faults()).refused();
    }
    return reading.update();
  }

  private static String utf8(Buffer body) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body.getBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Problem.badInput("body", "UTF-8: save the table as «CSV UTF-8»", "agent,name,…")
          .refused();
    }
  }

  private static JsonObject receipt(
      RosterOutcome outcome, boolean dryRun, ServiceCalendar calendar) {
    return switch (outcome) {
      case RosterOutcome.Changed changed -> RosterReceipt.write(changed, dryRun, calendar);
      case RosterOutcome.Refused refused -> throw Problem.badInput(refused.faults()).refused();
    };
  }

  private Future<?> get(Call call) {
    ServiceCalendar calendar = calendar(call);
    Floor floor = FloorPart.of(floors.current(call.organisation()), call.reach());
    if (call.wantsCsv()) {
      call.request()
          .response()
          .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"roster.csv\"");
      return call.aside(() -> table(floor, calendar))
          .compose(table -> call.text(200, Csv.MEDIA_TYPE, table));
    }
    int after = call.number("cursor", 0, 0, 999_999_999);
    int limit = call.limit(1_000);
    return call.aside(() -> RosterPage.write(floor, calendar, after, limit))
        .compose(page -> call.json(200, page));
  }

  private static String table(Floor floor, ServiceCalendar calendar) {
    var table = new StringBuilder();
    RosterTable.write(floor, calendar, table::append);
    return table.toString();
  }

  private Future<?> strangers(Call call) {
    int limit = call.limit(100);
    List<String> after = after(call);
    return flush
        .apply(call.organisation())
        .compose(
            flushed ->
                StrangerSql.page(
                    database.of(call.organisation()),
                    call.organisation(),
                    after.get(0),
                    after.get(1),
                    limit + 1))
        .compose(found -> answer(call, found, limit));
  }

  private static Future<Void> answer(Call call, List<Stranger> found, int limit) {
    var items = new ArrayList<JsonObject>();
    found.stream().limit(limit).forEach(stranger -> items.add(json(stranger)));
    boolean more = found.size() > limit;
    return call.items(items, more ? cursor(found.get(limit - 1)) : null);
  }

  private static JsonObject json(Stranger stranger) {
    return new JsonObject()
        .put("source", stranger.source())
        .put("subject", stranger.subject())
        .put("facts", stranger.facts())
        .put("first", stranger.first().toString())
        .put("last", stranger.last().toString());
  }

  private static String cursor(Stranger last) {
    String text = last.source() + "\n" + last.subject();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Source and subject of the last of the page before. */
  private static List<String> after(Call call) {
    String cursor = call.query("cursor");
    if (cursor == null) {
      return List.of("", "");
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split("\n", 2);
      if (parts.length == 2 && text.indexOf(0) < 0) {
        return List.of(parts);
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below like any other cursor that we did not give.
    }
    throw Problem.badInput("cursor", "the next of the page before", "").refused();
  }
}
