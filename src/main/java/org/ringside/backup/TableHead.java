package org.ringside.backup;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The line in front of a table's rows.
 *
 * @param columns in the order in which each row has its values; none that the database computes
 * @param months first days of the partitions that are open, {@code 2026-11-01}; none where the
 *     table is in one piece
 */
record TableHead(String name, List<Column> columns, List<String> months) {

  JsonObject json() {
    var named = new JsonArray();
    columns.forEach(
        column ->
            named.add(new JsonObject().put("name", column.name()).put("type", column.type())));
    return new JsonObject()
        .put("table", name)
        .put("columns", named)
        .put("months", new JsonArray(months));
  }

  /**
   * @throws RuntimeException where it is not one
   */
  static TableHead read(JsonObject line) {
    var columns = new ArrayList<Column>();
    for (Object one : line.getJsonArray("columns")) {
      var column = (JsonObject) one;
      columns.add(new Column(column.getString("name"), column.getString("type")));
    }
    var months = new ArrayList<String>();
    line.getJsonArray("months").forEach(month -> months.add((String) month));
    return new TableHead(line.getString("table"), columns, months);
  }
}
