package org.ringside.fact;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;
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
        return read(type, timeMs, fields);
      }
      throw new IllegalStateException("the log holds data that are no object: " + data);
    } catch (IOException e) {
      throw new IllegalStateException("the log holds data that cannot be read: " + data, e);
    }
  }

  private static Fact read(FactType type, long timeMs, Map<String, @Nullable Object> fields) {
    var faults = new Faults();
    var values = new DataReader(type, fields, timeMs, faults).read();
    if (!faults.none()) {
      throw new IllegalStateException("the log holds data that cannot be read: " + faults);
    }
    return Fact.of(type, timeMs, values);
  }
}
