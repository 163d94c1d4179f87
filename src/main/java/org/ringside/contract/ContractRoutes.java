package org.ringside.contract;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;

/** Serves the contracts, and the page made from one of them. */
public final class ContractRoutes {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  private volatile @Nullable String page;

  public List<Endpoint> endpoints() {
    return List.of(
        text("/api/v1/openapi.yaml", "application/yaml", Contract.OPEN_API),
        text("/api/v1/asyncapi.yaml", "application/yaml", Contract.ASYNC_API),
        text("/api/docs.css", "text/css", "/docs/docs.css"),
        Endpoint.get("/api/docs", Permission.PUBLIC, this::page));
  }

  private static Endpoint text(String path, String mediaType, String resource) {
    String content = Contract.resource(resource);
    return Endpoint.get(path, Permission.PUBLIC, call -> call.text(200, mediaType, content));
  }

  private Future<Void> page(Call call) {
    call.request()
        .response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    String ready = page;
    return ready == null
        ? call.aside(this::madeOnce).compose(made -> call.text(200, "text/html", made))
        : call.text(200, "text/html", ready);
  }

  /** Not at the start, which has no time for it. */
  private synchronized String madeOnce() {
    String made = page;
    if (made == null) {
      made = DocsPage.of(Contract.openApi());
      page = made;
    }
    return made;
  }
}
