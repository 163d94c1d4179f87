package org.ringside.contract;

import static org.ringside.contract.Contract.list;
import static org.ringside.contract.Contract.map;
import static org.ringside.contract.Contract.text;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The contract as a page to read: operations by tag, then the schemas that they speak of. */
final class DocsPage {
  private static final List<String> METHODS = List.of("get", "post", "put", "delete");

  private final Contract contract;
  private final Html page = new Html();

  private DocsPage(Contract contract) {
    this.contract = contract;
  }

  static String of(Contract contract) {
    var page = new DocsPage(contract);
    page.head();
    list(contract.tree().get("tags")).forEach(tag -> page.tag(map(tag)));
    page.schemas();
    return page.page.markup("</main>\n</body>\n</html>\n").toString();
  }

  private void head() {
    Map<String, Object> info = map(contract.tree().get("info"));
    page.markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .element("title", text(info, "title") + " API")
        .markup("\n<link rel=\"stylesheet\" href=\"/api/docs.css\">\n</head>\n<body>\n<nav>\n");
    list(contract.tree().get("tags")).forEach(tag -> link(text(map(tag), "name")));
    link("schemas");
    page.markup("</nav>\n<main>\n")
        .element("h1", text(info, "title") + " API")
        .prose(text(info, "description"))
        .markup("<p><a href=\"/api/v1/openapi.yaml\">openapi.yaml</a>, ")
        .markup("<a href=\"/api/v1/asyncapi.yaml\">asyncapi.yaml</a></p>\n");
  }

  private void link(String name) {
    page.markup("<a href=\"#").text(anchor(name)).markup("\">").text(name).markup("</a>\n");
  }

  private static String anchor(String name) {
    return name.replace(' ', '-');
  }

  private void tag(Map<String, Object> tag) {
    String name = text(tag, "name");
    page.markup("<section id=\"").text(anchor(name)).markup("\">\n").element("h2", name);
    page.prose(text(tag, "description"));
    map(contract.tree().get("paths"))
        .forEach(
            (path, item) -> METHODS.forEach(method -> operation(name, path, method, map(item))));
    page.markup("</section>\n");
  }

  private void operation(String tag, String path, String method, Map<String, Object> item) {
    Map<String, Object> operation = map(item.get(method));
    if (!list(operation.get("tags")).contains(tag)) {
      return;
    }
    page.markup("<article>\n<h3><b>").text(method.toUpperCase(java.util.Locale.ROOT));
    page.markup("</b> ").element("code", path).markup("</h3>\n");
    page.markup("<p>").text(text(operation, "summary")).markup("</p>\n");
    page.prose(text(operation, "description"));
    parameters(list(item.get("parameters")));
    parameters(list(operation.get("parameters")));
    content("Body", map(operation.get("requestBody")));
    map(operation.get("responses")).forEach(this::response);
    page.markup("</article>\n");
  }

  private void parameters(List<Object> parameters) {
    for (Object one : parameters) {
      Map<String, Object> parameter = contract.resolved(one);
      page.markup("<p class=\"part\">")
          .element("code", text(parameter, "name"))
          .text(" in " + text(parameter, "in") + ": " + SchemaText.of(parameter.get("schema")))
          .text(". " + text(parameter, "description"))
          .markup("</p>\n");
    }
  }

  private void response(String status, Object node) {
    Map<String, Object> response = contract.resolved(node);
    content(status + " " + text(response, "description").strip(), response);
  }

  private void content(String title, Map<String, Object> of) {
    if (of.isEmpty()) {
      return;
    }
    page.markup("<p class=\"part\">").element("b", title);
    map(of.get("content")).forEach((mediaType, media) -> content(mediaType, map(media), page));
    page.markup("</p>\n");
    map(of.get("content")).values().forEach(media -> examples(map(media)));
  }

  private static void content(String mediaType, Map<String, Object> media, Html page) {
    page.markup("<br>").element("code", mediaType).text(" " + SchemaText.of(media.get("schema")));
  }

  private void examples(Map<String, Object> media) {
    for (Object example : map(media.get("examples")).values()) {
      var value = new JsonObject(map(map(example).get("value")));
      page.element("pre", value.encodePrettily()).markup("\n");
    }
  }

  private void schemas() {
    page.markup("<section id=\"schemas\">\n").element("h2", "schemas");
    map(map(contract.tree().get("components")).get("schemas"))
        .forEach((name, schema) -> schema(name, map(schema)));
    page.markup("</section>\n");
  }

  private void schema(String name, Map<String, Object> schema) {
    page.markup("<article>\n").element("h3", name);
    page.prose(text(schema, "description"));
    properties(schema);
    for (Object part : list(schema.get("allOf"))) {
      if (map(part).containsKey("properties")) {
        properties(map(part));
      } else {
        page.markup("<p class=\"part\">").text("all of " + SchemaText.of(part)).markup("</p>\n");
      }
    }
    if (!schema.containsKey("properties") && !schema.containsKey("allOf")) {
      page.markup("<p class=\"part\">").text(SchemaText.of(schema)).markup("</p>\n");
    }
    page.markup("</article>\n");
  }

  private void properties(Map<String, Object> schema) {
    List<Object> required = list(schema.get("required"));
    map(schema.get("properties"))
        .forEach(
            (name, property) ->
                page.markup("<p class=\"part\">")
                    .element("code", name)
                    .text(required.contains(name) ? " " : " (optional) ")
                    .text(SchemaText.of(property) + ". " + text(map(property), "description"))
                    .markup("</p>\n"));
  }
}
