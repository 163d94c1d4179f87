package org.ringside.source.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ringside.source.SourceFact;

/** Lists and mappings for tests. */
final class CallList {
  private CallList() {}

  static CallListMapping mapping(String json) {
    return switch (MappingJson.read(json)) {
      case MappingJson.Good(CallListMapping mapping) -> mapping;
      case MappingJson.Bad(List<String> faults) -> throw new AssertionError(faults);
    };
  }

  static List<String> faults(String json) {
    return switch (MappingJson.read(json)) {
      case MappingJson.Good good -> List.of();
      case MappingJson.Bad(List<String> faults) -> faults;
    };
  }

  /** A mapping that is shipped as an example. */
  static String example(String name) {
    try {
      return Files.readString(Path.of("docs/mappings", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A mapping of one fact at the time in column {@code at}. */
  static CallListMapping one(String type, String data) {
    return mapping(
        """
        {"zone": "Asia/Shanghai",
         "times": {"at": {"columns": ["at"], "pattern": "yyyy-MM-dd HH:mm"}},
         "facts": [{"type": "%s", "id": "{id}", "time": "at", "subject": "{agent}", "data": %s}]}
        """
            .formatted(type, data));
  }

  static CallListReader reader(CallListMapping mapping, String list) {
    return reader(mapping, list, StandardCharsets.UTF_8);
  }

  static CallListReader reader(CallListMapping mapping, String list, Charset charset) {
    return new CallListReader(new ByteArrayInputStream(list.getBytes(charset)), "list", mapping);
  }

  static List<RowRead> rows(CallListReader reader) {
    var rows = new ArrayList<RowRead>();
    for (RowRead row = reader.next(); row != null; row = reader.next()) {
      rows.add(row);
    }
    return rows;
  }

  static List<SourceFact> facts(CallListReader reader) {
    var facts = new ArrayList<SourceFact>();
    for (RowRead row : rows(reader)) {
      switch (row) {
        case RowRead.Facts read -> facts.addAll(read.facts());
        case RowRead.Refused(RowFault fault) -> throw new AssertionError(fault);
      }
    }
    return facts;
  }

  /** The data of the one fact of a list with one row. */
  static Map<String, Object> data(CallListMapping mapping, String list) {
    return facts(reader(mapping, list)).getFirst().values();
  }

  /** The fault of the first row. */
  static RowFault fault(CallListMapping mapping, String list) {
    return switch (rows(reader(mapping, list)).getFirst()) {
      case RowRead.Facts read -> throw new AssertionError(read);
      case RowRead.Refused(RowFault fault) -> fault;
    };
  }
}
