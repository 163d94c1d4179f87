package org.ringside.fact;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Fact;
import org.ringside.metric.FactType;

/** Reads what the log holds back into what it means; the same reading as on the way in. */
public final class StoredFact {
  private StoredFact() {}

  /**
   * @param wireType as stored
   * @param data canonical JSON as stored
   * @return null for a void
   */
  public static @Nullable Fact read(String wireType, long timeMs, String data) {
    FactType type = FactType.of(wireType);
    if (type == null) {
      throw new IllegalStateException("the log holds a fact of unknown type " + wireType);
    }
    if (type == FactType.FACT_VOIDED) {
      return null;
    }
    try (JsonParser parser = JsonTree.FACTORY.createParser(data)) {
      parser.nextToken();
      if (JsonTree.read(parser) instanceof TreeMap<?, ?> map) {
        @SuppressWarnings("unchecked") // JsonTree names are strings
        var fields = (TreeMap<String, @Nullable Object>) map;
        return Fact.of(type, timeMs, new DataReader(type, fields, timeMs).read());
      }
      throw new IllegalStateException("the log holds data that are no object: " + data);
    } catch (IOException | BadFact e) {
      throw new IllegalStateException("the log holds data that cannot be read: " + data, e);
    }
  }
}
