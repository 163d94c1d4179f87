package org.ringside.contract;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;

/** Serves the contracts, and the page made from one of them. */
public final class ContractRoutes {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  private final String openApi;
  private final String asyncApi = Contract.asyncApi().text();
  private final String page;
  private final String style = Contract.resource("/docs/docs.css");

  public ContractRoutes() {
    Contract contract = Contract.openApi();
    this.openApi = contract.text();
    this.page = DocsPage.of(contract);
  }

  public List<Endpoint> endpoints() {
    return List.of(
        text("/api/v1/openapi.yaml", "application/yaml", openApi),
        text("/api/v1/asyncapi.yaml", "application/yaml", asyncApi),
        text("/api/docs.css", "text/css", style),
        Endpoint.get("/api/docs", Permission.PUBLIC, this::page));
  }

  private static Endpoint text(String path, String mediaType, String content) {
    return Endpoint.get(path, Permission.PUBLIC, call -> call.text(200, mediaType, content));
  }

  private Future<Void> page(Call call) {
    call.request()
        .response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    return call.text(200, "text/html", page);
  }
}
