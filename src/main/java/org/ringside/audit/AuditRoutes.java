package org.ringside.audit;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.db.Tenants;
import org.ringside.frame.Call;
import org.ringside.frame.Csv;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;

/** The audit log, searched and exported; nothing here writes. */
public final class AuditRoutes {
  private static final int PAGE = 100;
  private static final String CURSOR = "cursor";
  private static final List<String> SEARCH =
      List.of("limit", "actor", "act", "subject", "from", "to");

  private final Tenants tenants;

  public AuditRoutes(Tenants tenants) {
    this.tenants = tenants;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/audit", Permission.READ_AUDIT, this::list)
            .queries(CURSOR, "limit", "actor", "act", "subject", "from", "to"));
  }

  private Future<Void> list(Call call) {
    var query =
        new AuditQuery(
            call.query("actor"),
            call.query("act"),
            call.query("subject"),
            instant(call, "from"),
            instant(call, "to"));
    int limit = call.limit(PAGE);
    long below = below(call);
    int organisation = call.organisation();
    return AuditSql.search(tenants.of(organisation), organisation, query, below, limit + 1)
        .compose(found -> answer(call, found, limit));
  }

  private static long below(Call call) {
    String cursor = call.query(CURSOR);
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    if (cursor.matches("[1-9][0-9]{0,17}")) {
      return Long.parseLong(cursor);
    }
    throw Problem.badInput(CURSOR, "the 'next' of the page before", "17").refused();
  }

  private static @Nullable Instant instant(Call call, String name) {
    String text = call.query(name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Problem.badInput(name, "a time with offset (RFC 3339)", "2026-11-16T09:00:00Z")
          .refused();
    }
  }

  private static Future<Void> answer(Call call, List<Entry> found, int limit) {
    boolean more = found.size() > limit;
    List<Entry> shown = more ? found.subList(0, limit) : found;
    String next = more ? Long.toString(shown.getLast().seq()) : null;
    if (call.wantsCsv()) {
      if (next != null) {
        call.addHeader("Link", "<" + address(call, next) + ">; rel=\"next\"");
      }
      call.addHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
      return call.text(200, Csv.MEDIA_TYPE, AuditCsv.of(shown));
    }
    return call.items(shown.stream().map(AuditRoutes::json).toList(), next);
  }

  /** The same search from a cursor on, relative to the address that was asked. */
  private static String address(Call call, String cursor) {
    var address = new StringBuilder("?" + CURSOR + "=" + cursor);
    for (String name : SEARCH) {
      String value = call.query(name);
      if (value != null) {
        address.append('&').append(name).append('=');
        address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return address.toString();
  }

  private static JsonObject json(Entry entry) {
    Act act = entry.act();
    return new JsonObject()
        .put("seq", entry.seq())
        .put("at", entry.at().toString())
        .put("actor", act.actor())
        .put("act", act.what())
        .put("subject", act.subject())
        .put("before", act.before())
        .put("after", act.after())
        .put("reason", act.reason())
        .put("address", act.address())
        .put("hash", entry.hash());
  }
}
