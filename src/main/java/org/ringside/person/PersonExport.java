package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ringside.db.Tenants;
import org.ringside.floor.Floor;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.limit.Buckets;
import org.ringside.limit.Pace;

/**
 * Everything about one person as one JSON object, a list for each table, from one snapshot. It is
 * written as it is read, so that years of facts need not fit into memory; one at a time, so that a
 * connection for reports is left. Safe from any thread.
 */
public final class PersonExport {
  /** A client that takes nothing for so long is given up, and with it its connection. */
  private static final int PATIENCE_SECONDS = 30;

  /** Whoever looks at it once more, or mistypes, has enough; a loop has not. */
  private static final Pace OWN = new Pace(TimeUnit.MINUTES.toNanos(6), 10);

  private static final int MOST_REMEMBERED = 20_000;
  private static final ProblemCode TOO_MANY =
      new ProblemCode("TOO_MANY_EXPORTS", 429, "You have exported your data too often lately.");

  private final Tenants tenants;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Buckets<Owner> own = new Buckets<>(OWN, MOST_REMEMBERED);

  private record Owner(int organisation, int account) {}

  /**
   * @param tenants connections for what may take its minutes
   */
  public PersonExport(Tenants tenants) {
    this.tenants = tenants;
  }

  /**
   * The right to export, to be given back.
   *
   * @throws RefusedException where another export is under way
   */
  Turn turn() {
    if (!busy.compareAndSet(false, true)) {
      throw ProblemCode.OVERLOADED.because("Another person's data are being exported.").refused();
    }
    return new Turn(busy);
  }

  /**
   * The same for somebody's own data, which they can ask for as often as they like: ten times at
   * once, then every six minutes.
   *
   * @throws RefusedException also where they have to wait
   */
  Turn turn(int organisation, int account, Instant now) {
    Turn turn = turn();
    var owner = new Owner(organisation, account);
    long wait = own.take(owner, TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli()));
    if (wait > 0) {
      turn.over();
      int seconds = (int) Math.ceilDiv(wait, TimeUnit.SECONDS.toNanos(1));
      throw TOO_MANY
          .because("Ten exports at once, then one every six minutes; go on in " + seconds + " s.")
          .after(seconds)
          .refused();
    }
    return turn;
  }

  /** Answers with the export. */
  Future<Void> write(
      int organisation, Person person, Floor floor, Instant now, HttpServerResponse to, Turn turn) {
    var out = new Out(to, turn);
    return tenants
        .of(organisation)
        .inSnapshot(snapshot -> sections(snapshot, organisation, person, floor, now, out));
  }

  private static Future<Void> sections(
      SqlConnection snapshot, int organisation, Person person, Floor floor, Instant now, Out out) {
    out.begin(now);
    Future<Void> done = Future.succeededFuture();
    for (SectionSql section : SectionSql.ALL) {
      done = done.compose(before -> section(snapshot, organisation, section, person, out));
    }
    List<String> words = List.copyOf(Words.spellings(floor, person.agent()));
    return done.compose(before -> facts(snapshot, organisation, person, floor, words, out))
        .compose(before -> out.open("audit_entry"))
        .compose(open -> PersonSql.audit(snapshot, organisation, person, words, out::items))
        .compose(written -> out.end());
  }

  private static Future<Void> section(
      SqlConnection snapshot, int organisation, SectionSql section, Person person, Out out) {
    Tuple values = section.values(organisation, person);
    Future<Void> open = out.open(section.name());
    return values == null
        ? open
        : open.compose(begun -> PersonSql.section(snapshot, section, values, out::items));
  }

  private static Future<Void> facts(
      SqlConnection snapshot,
      int organisation,
      Person person,
      Floor floor,
      List<String> words,
      Out out) {
    Integer agent = person.agent();
    if (agent == null) {
      return out.open("fact");
    }
    Map<Integer, String> names = new HashMap<>();
    return out.open("fact")
        .compose(open -> PersonSql.sources(snapshot, organisation))
        .onSuccess(found -> found.forEach(one -> names.put(one.source(), one.name())))
        .compose(
            found ->
                PersonSql.facts(
                    snapshot,
                    organisation,
                    words,
                    Mentions.said(words),
                    rows -> out.items(theirs(rows, names, floor, agent))));
  }

  /** A spelling may have been somebody else's at another time. */
  private static List<String> theirs(
      List<FactRow> rows, Map<Integer, String> names, Floor floor, int agent) {
    return rows.stream()
        .filter(row -> Mentions.isAbout(row, name(names, row), floor, agent))
        .map(row -> row.json(name(names, row)).encode())
        .toList();
  }

  private static String name(Map<Integer, String> names, FactRow row) {
    return names.getOrDefault(row.source(), "");
  }

  /**
   * The right to export; given back once, before the answer ends: who has read it may ask again.
   */
  record Turn(AtomicBoolean busy, AtomicBoolean isOver) {
    Turn(AtomicBoolean busy) {
      this(busy, new AtomicBoolean());
    }

    void over() {
      if (isOver.compareAndSet(false, true)) {
        busy.set(false);
      }
    }
  }

  /** The answer, as far as it is written. */
  private static final class Out {
    private final HttpServerResponse response;
    private final Turn turn;
    private boolean firstItem = true;
    private boolean firstSection = true;

    Out(HttpServerResponse response, Turn turn) {
      this.response = response;
      this.turn = turn;
    }

    void begin(Instant now) {
      response
          .setChunked(true)
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
          .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.json\"")
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.write("{\"exportedAt\":" + Json.encode(now.toString()));
    }

    Future<Void> open(String name) {
      String closing = firstSection ? "" : "]";
      firstSection = false;
      firstItem = true;
      return write(closing + ",\"" + name + "\":[");
    }

    Future<Void> items(List<String> items) {
      var portion = new StringBuilder();
      for (String item : items) {
        portion.append(firstItem ? "" : ",").append(item);
        firstItem = false;
      }
      return portion.isEmpty() ? Future.succeededFuture() : write(portion.toString());
    }

    Future<Void> end() {
      turn.over();
      return response.end("]}");
    }

    private Future<Void> write(String text) {
      if (response.closed()) {
        return Future.failedFuture(new java.io.IOException("the client is gone"));
      }
      response.write(text);
      if (!response.writeQueueFull()) {
        return Future.succeededFuture();
      }
      Promise<Void> drained = Promise.promise();
      response.drainHandler(room -> drained.tryComplete());
      return drained.future().timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
