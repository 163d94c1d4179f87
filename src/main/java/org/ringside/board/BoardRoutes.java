package org.ringside.board;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/** Which boards there are, and the standings behind them, over HTTP. */
public final class BoardRoutes {
  private static final int PAGE = 50;

  private final Boards boards;
  private final PastBoards past;
  private final InstantSource clock;

  public BoardRoutes(Boards boards, PastBoards past, InstantSource clock) {
    this.boards = boards;
    this.past = past;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/boards", Permission.WATCH, this::list).withinReach(),
        Endpoint.get("/api/v1/contests/:id/standings", Permission.WATCH, this::standings)
            .queries("cursor", "limit", "around")
            .withinReach());
  }

  private Future<Void> list(Call call) {
    return call.items(
        boards.of(call.principal()).stream()
            .map(published -> BoardPublisher.cardOf(published.contest(), clock.instant()))
            .toList());
  }

  private Future<Void> standings(Call call) {
    int contest = call.pathNumber("id");
    Published published = boards.find(call.principal(), Integer.toString(contest));
    return published != null
        ? standings(call, published)
        : past.find(call.organisation(), contest)
            .map(
                found ->
                    found
                        .filter(one -> one.isFor(call.principal()))
                        .orElseThrow(() -> unknown(contest)))
            .compose(found -> standings(call, found));
  }

  private static RefusedException unknown(int contest) {
    return ProblemCode.NOT_FOUND.because("There is no contest " + contest + ".").refused();
  }

  private static Future<Void> standings(Call call, Published published) {
    String around = call.query("around");
    if (around != null && call.query("cursor") != null) {
      throw Problem.badInput("cursor", "no cursor beside around", "").refused();
    }
    int limit = call.limit(PAGE);
    int from = around == null ? after(call, published) : neighbours(published, around, limit);
    String key = from + "+" + limit;
    String json =
        around == null
            ? published.page(key, () -> page(published, from, limit))
            : page(published, from, limit);
    return call.tagged(published.tag() + "-" + key, json);
  }

  /** The cursor is the position of the next row within this position of the board. */
  private static int after(Call call, Published published) {
    String cursor = call.query("cursor");
    if (cursor == null) {
      return 0;
    }
    if (cursor.matches("[0-9]{1,7}")) {
      return Math.min(Integer.parseInt(cursor), published.standings().rows().size());
    }
    throw Problem.badInput("cursor", "the 'next' of the page before", "50").refused();
  }

  private static int neighbours(Published published, String code, int limit) {
    Integer index = published.indexOf(code);
    if (index == null) {
      throw ProblemCode.NOT_FOUND
          .because("Nobody with the id \"" + code + "\" takes part in this contest.")
          .refused();
    }
    return Math.max(0, index - limit / 2);
  }

  private static String page(Published published, int from, int limit) {
    Standings standings = published.standings();
    List<Row> rows = standings.rows();
    int to = Math.min(rows.size(), from + limit);
    var items = new JsonArray();
    for (Row row : rows.subList(from, to)) {
      String gap = RowJson.gap(standings, row);
      JsonObject json = RowJson.row(published.competitor(row), gap, row, null);
      json.remove("moved");
      json.remove("next");
      items.add(RowJson.withLines(json, row));
    }
    @Nullable String next = to < rows.size() ? Integer.toString(to) : null;
    return new JsonObject()
        .put("contest", published.board().id())
        .put("epoch", published.board().epoch())
        .put("offset", published.board().offset())
        .put("total", rows.size())
        .put("winners", new JsonArray(published.winners()))
        .put("items", items)
        .put("next", next)
        .encode();
  }
}
