package org.ringside.source.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A mapping file: how a list is written, and which facts each of its rows tells. */
public record CallListMapping(
    Charset encoding, char separator, char quote, List<FactMapping> facts) {

  /** The columns that the list must have. */
  Set<String> columns() {
    var columns = new TreeSet<String>();
    facts.forEach(fact -> columns.addAll(fact.columns()));
    return columns;
  }
}
