package org.ringside.contract;

import static org.ringside.contract.Contract.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringside.frame.Endpoint;

/**
 * An operation and a media type that it reads.
 *
 * @param content the media type as the contract has it
 * @param optional whether it may come without a body
 */
record Operation(
    Endpoint endpoint, String mediaType, Map<String, Object> content, boolean optional) {
  /** Those of the endpoints that read a body, with each media type. */
  static List<Operation> of(Contract contract, List<Endpoint> endpoints) {
    var operations = new ArrayList<Operation>();
    for (Endpoint endpoint : endpoints) {
      String path = endpoint.path().replaceAll(":([a-z]+)", "{$1}");
      String method = endpoint.method().name().toLowerCase(Locale.ROOT);
      Object operation = map(map(contract.tree().get("paths")).get(path)).get(method);
      Map<String, Object> body = contract.resolved(map(operation).get("requestBody"));
      boolean optional = !Boolean.TRUE.equals(body.get("required"));
      map(body.get("content"))
          .forEach(
              (type, content) ->
                  operations.add(new Operation(endpoint, type, map(content), optional)));
    }
    return operations;
  }

  /** With names that {@link MalformedRun}'s server knows. */
  String path() {
    return endpoint.path().replace(":name", "pbx").replaceAll(":[a-z]+", "1");
  }

  /** Whether a body is one JSON value, and taken or refused as a whole. */
  boolean whole() {
    return mediaType.endsWith("json")
        && !mediaType.endsWith("x-ndjson")
        && !mediaType.contains("batch");
  }

  @Override
  public String toString() {
    return endpoint.method() + " " + endpoint.path() + " " + mediaType;
  }
}
