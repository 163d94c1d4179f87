package org.ringside.backup;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.CannotStart;

/** Writes the lines of a backup and keeps count; for one thread. */
final class BackupWriter {
  private final OutputStream out;
  private final MessageDigest digest = Digests.sha256();
  private final JsonObject counts = new JsonObject();
  private String table = "";
  private long rows;
  private long total;

  BackupWriter(OutputStream out) {
    this.out = out;
  }

  void begin(Manifest manifest) throws IOException {
    line(manifest.json().encode());
  }

  /** Rows that follow are of this table. */
  void table(TableHead head) throws IOException {
    count();
    table = head.name();
    rows = 0;
    line(head.json().encode());
  }

  void row(List<@Nullable String> values) throws IOException {
    rows++;
    total++;
    line(new JsonArray(values).encode());
  }

  void sequence(Entry.Sequence state) throws IOException {
    line(
        new JsonObject()
            .put("sequence", state.name())
            .put("last", state.last())
            .put("called", state.called())
            .encode());
  }

  /** Nothing comes behind it. */
  void end() throws IOException {
    count();
    String hash = HexFormat.of().formatHex(digest.digest());
    line(new JsonObject().put("rows", counts).put("sha256", hash).encode());
  }

  /** How many rows were written, of all tables. */
  long total() {
    return total;
  }

  int tables() {
    return counts.size();
  }

  private void count() {
    if (!table.isEmpty()) {
      counts.put(table, rows);
    }
  }

  private void line(String text) throws IOException {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > BackupReader.LONGEST_LINE) {
      throw new CannotStart(
          "A row of table %s is longer than %,d bytes, which no restore would take."
              .formatted(table, BackupReader.LONGEST_LINE));
    }
    digest.update(bytes);
    out.write(bytes);
  }
}
