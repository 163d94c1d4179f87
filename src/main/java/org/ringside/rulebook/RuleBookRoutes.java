package org.ringside.rulebook;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.db.Tenants;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.FieldError;
import org.ringside.frame.Fields;
import org.ringside.frame.Page;
import org.ringside.frame.Permission;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.organisation.Organisations;
import org.ringside.organisation.Tenant;

/** Rule books: posted once, read for ever. */
public final class RuleBookRoutes {
  static final ProblemCode OVERRIDE_NEEDED =
      new ProblemCode(
          "OVERRIDE_NEEDED",
          409,
          "The rule book has warnings that nobody has taken upon themselves.");

  private static final String PATH = "/api/v1/rule-books";
  private static final int PAGE = 50;

  private final Tenants database;
  private final Organisations organisations;
  private final InstantSource clock;

  public RuleBookRoutes(Tenants database, Organisations organisations, InstantSource clock) {
    this.database = database;
    this.organisations = organisations;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(PATH, Permission.MANAGE_CONTESTS, this::post).withinReach(),
        Endpoint.get(PATH, Permission.READ_CONTESTS, this::list).queries("cursor", "limit"),
        Endpoint.get(PATH + "/:number", Permission.READ_CONTESTS, this::get));
  }

  /** Posting the same again answers with the one that is there. */
  private Future<Void> post(Call call) {
    Tenant tenant = Tenant.of(call, organisations);
    Fields body = call.body();
    NewRuleBook book = RuleBookReader.read(body);
    List<FieldError> warnings = RuleBookFindings.check(book, tenant.catalogue(), body);
    body.done();
    if (!warnings.isEmpty() && book.override() == null) {
      throw new Problem(
              OVERRIDE_NEEDED,
              "Mend what is warned of, or send override with a name and a reason.",
              warnings)
          .refused();
    }
    return RuleBookSql.findEqual(database.of(tenant.number()), tenant.number(), book)
        .compose(
            known ->
                known.isPresent()
                    ? answer(call, 200, known.get(), warnings)
                    : add(call, book).compose(added -> answer(call, 201, added, warnings)));
  }

  private Future<NumberedRuleBook> add(Call call, NewRuleBook book) {
    int organisation = call.organisation();
    Instant now = clock.instant();
    return database
        .of(organisation)
        .inTransaction(
            transaction ->
                RuleBookSql.add(transaction, organisation, book, now, call.principal().name())
                    .compose(
                        added ->
                            AuditSql.note(transaction, organisation, act(call, added), now)
                                .map(added)));
  }

  private static Act act(Call call, NumberedRuleBook added) {
    return Act.of(call, "rule-book.added", "rule-book:" + added.number())
        .to(RuleBookJson.numbered(added));
  }

  private static Future<Void> answer(
      Call call, int status, NumberedRuleBook book, List<FieldError> warnings) {
    JsonArray warned = new JsonArray(warnings.stream().map(RuleBookRoutes::warning).toList());
    return call.json(status, RuleBookJson.numbered(book).put("warnings", warned));
  }

  private static JsonObject warning(FieldError warning) {
    return new JsonObject()
        .put("field", warning.field())
        .put("expected", warning.expected())
        .put("example", warning.example());
  }

  private Future<Void> list(Call call) {
    Page page = Page.of(call, PAGE);
    return RuleBookSql.page(
            database.of(call.organisation()), call.organisation(), page.below(), page.read())
        .compose(read -> page.answer(call, read, NumberedRuleBook::number, RuleBookJson::numbered));
  }

  private Future<Void> get(Call call) {
    int number = call.pathNumber("number");
    return RuleBookSql.find(database.of(call.organisation()), call.organisation(), number)
        .compose(
            found -> {
              NumberedRuleBook book =
                  found.orElseThrow(
                      () ->
                          ProblemCode.NOT_FOUND
                              .because("There is no rule book " + number + ".")
                              .refused());
              return call.tagged(book.hash(), RuleBookJson.numbered(book).encode());
            });
  }
}
