package org.ringside.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.standing.Row;

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
            .map(one -> BoardPublisher.cardOf(one, clock.instant()))
            .toList());
  }

  private Future<Void> standings(Call call) {
    int contest = call.pathNumber("id");
    View view = boards.find(call.principal(), Integer.toString(contest));
    return view != null
        ? standings(call, view)
        : past.find(call.organisation(), contest)
            .map(
                found ->
                    found
                        .map(one -> one.seenBy(call.principal()))
                        .orElseThrow(() -> unknown(contest)))
            .compose(found -> standings(call, found));
  }

  private static RefusedException unknown(int contest) {
    return ProblemCode.NOT_FOUND.because("There is no contest " + contest + ".").refused();
  }

  /** What only the caller sees has a tag of its own, and is not remembered. */
  private static Future<Void> standings(Call call, View view) {
    String around = call.query("around");
    if (around != null && call.query("cursor") != null) {
      throw Problem.badInput("cursor", "no cursor beside around", "").refused();
    }
    int limit = call.limit(PAGE);
    int from = around == null ? after(call, view) : neighbours(view, around, limit);
    String key = from + "+" + limit;
    String tag = view.projection().tag() + "-" + key;
    if (view.isPersonal(view.rows(from, limit))) {
      String json = page(view, from, limit, true);
      return call.tagged(tag + "-" + UUID.nameUUIDFromBytes(json.getBytes(UTF_8)), json);
    }
    String json =
        around == null
            ? view.projection().page(key, () -> page(view, from, limit, false))
            : page(view, from, limit, false);
    return call.tagged(tag, json);
  }

  /** The cursor is the position of the next row within this position of the board. */
  private static int after(Call call, View view) {
    String cursor = call.query("cursor");
    if (cursor == null) {
      return 0;
    }
    if (cursor.matches("[0-9]{1,7}")) {
      return Math.min(Integer.parseInt(cursor), view.projection().rows().size());
    }
    throw Problem.badInput("cursor", "the 'next' of the page before", "50").refused();
  }

  private static int neighbours(View view, String code, int limit) {
    Integer index = view.indexOf(code);
    if (index == null) {
      throw ProblemCode.NOT_FOUND.because(nobody(view, code)).refused();
    }
    return Math.max(0, index - limit / 2);
  }

  /** Where some are not named, who is not there and who is not named are the same. */
  private static String nobody(View view, String code) {
    String id = "Nobody with the id \"" + code + "\" ";
    return view.projection().hidesSome()
        ? id + "is named to you in this contest."
        : id + "takes part in this contest.";
  }

  private static String page(View view, int from, int limit, boolean personal) {
    Projection seen = view.projection();
    List<Row> rows = view.rows(from, limit);
    int to = from + rows.size();
    var items = new JsonArray();
    rows.forEach(row -> items.add(item(view, row)));
    var winners = new JsonArray();
    view.winners(personal).forEach(row -> winners.add(view.published().competitor(row).id()));
    return new JsonObject()
        .put("contest", seen.board().id())
        .put("epoch", seen.board().epoch())
        .put("offset", seen.board().offset())
        .put("total", seen.total())
        .put("winners", winners)
        .put("items", items)
        .put("next", to < seen.rows().size() ? Integer.toString(to) : null)
        .encode();
  }

  private static JsonObject item(View view, Row row) {
    String gap = RowJson.gap(view.published().standings(), row);
    JsonObject json =
        view.names(row)
            ? RowJson.withLines(RowJson.row(view.published().competitor(row), gap, row, null), row)
            : RowJson.nameless(gap, row).put("lines", new JsonArray());
    json.remove("moved");
    json.remove("next");
    return json;
  }
}
