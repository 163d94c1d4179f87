package org.ringside.report;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.ringside.frame.Csv;

/** How rows are written: JSON, or a table. */
enum ReportForm {
  JSON("application/json", "{\"items\":[", "]}") {
    @Override
    String row(ReportRow row, boolean first) {
      var json =
          new JsonObject()
              .put("by", row.by())
              .put("id", row.id())
              .put("period", row.period())
              .put("metric", row.metric())
              .put("numerator", row.numerator())
              .put("denominator", row.denominator())
              .put("value", row.value());
      return (first ? "" : ",") + json.encode();
    }
  },
  CSV(
      Csv.MEDIA_TYPE,
      Csv.line(List.of("by", "id", "period", "metric", "numerator", "denominator", "value")),
      "") {
    @Override
    String row(ReportRow row, boolean first) {
      return Csv.line(
          Arrays.asList(
              row.by(),
              row.id(),
              row.period(),
              row.metric(),
              row.numerator(),
              row.denominator(),
              row.value()));
    }
  };

  final String mediaType;
  final String head;
  final String tail;

  ReportForm(String mediaType, String head, String tail) {
    this.mediaType = mediaType;
    this.head = head;
    this.tail = tail;
  }

  abstract String row(ReportRow row, boolean first);
}
