package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.db.Tenants;
import org.ringside.floor.Floors;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Page;
import org.ringside.frame.Permission;
import org.ringside.frame.ProblemCode;

/** People: invited, given roles, blocked, helped back in. */
final class PeopleRoutes {
  private static final String PATH = "/api/v1/people";
  private static final String ONE = PATH + "/:number";
  private static final int PAGE = 50;

  private final Tenants tenants;
  private final Floors floors;
  private final Accounts accounts;
  private final Sessions sessions;

  PeopleRoutes(Tenants tenants, Floors floors, Accounts accounts, Sessions sessions) {
    this.tenants = tenants;
    this.floors = floors;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  List<Endpoint> endpoints() {
    Permission manage = Permission.MANAGE_PEOPLE;
    return List.of(
        Endpoint.get(PATH, Permission.READ_PEOPLE, this::list).queries("cursor", "limit"),
        Endpoint.post(PATH, manage, this::invite),
        Endpoint.get(ONE, Permission.READ_PEOPLE, this::get),
        Endpoint.put(ONE, manage, Endpoint.Body.SMALL, this::put),
        Endpoint.post(ONE + "/link", manage, this::link),
        Endpoint.delete(ONE + "/second-factor", manage, this::dropFactor),
        Endpoint.delete(ONE + "/sessions", manage, this::endSessions));
  }

  private Future<Void> list(Call call) {
    Page page = Page.of(call, PAGE);
    int organisation = call.organisation();
    return AccountSql.page(tenants.of(organisation), organisation, page.below(), page.read())
        .compose(read -> page.answer(call, read, Account::number, one -> json(call, one)));
  }

  private JsonObject json(Call call, Account account) {
    return AccountJson.of(account, floors.current(call.organisation()));
  }

  private Future<Void> get(Call call) {
    return find(call).compose(account -> call.json(200, json(call, account)));
  }

  private Future<Account> find(Call call) {
    int number = call.pathNumber("number");
    return AccountSql.find(tenants.of(call.organisation()), call.organisation(), number)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        ProblemCode.NOT_FOUND
                            .because("There is no account " + number + ".")
                            .refused()));
  }

  private Future<Void> invite(Call call) {
    Fields body = call.body();
    var reader = new AccountReader(body, floors.current(call.organisation()));
    String login = reader.login();
    var wanted = new Accounts.Wanted(reader.name(), reader.agent(), true, reader.roles());
    body.done();
    return accounts
        .invite(call.organisation(), login, wanted, Act.of(call, "account.invited", login))
        .compose(
            invited ->
                call.json(
                    201,
                    json(call, invited.account()).put("link", LinkJson.of(call, invited.link()))));
  }

  private enum State {
    ACTIVE,
    BLOCKED
  }

  private Future<Void> put(Call call) {
    Fields body = call.body();
    var reader = new AccountReader(body, floors.current(call.organisation()));
    @Nullable Boolean active =
        body.has("state") ? body.choice("state", State.class, State.ACTIVE) == State.ACTIVE : null;
    var wanted = new Accounts.Wanted(reader.name(), reader.agent(), active, reader.roles());
    String reason = body.optionalText("reason", 500, "moved to another team");
    body.done();
    int number = call.pathNumber("number");
    return accounts
        .change(
            call.organisation(),
            number,
            wanted,
            Act.of(call, "account.changed", Actors.of(number)).because(reason))
        .compose(account -> call.json(200, json(call, account)));
  }

  private Future<Void> link(Call call) {
    int number = call.pathNumber("number");
    return accounts
        .reset(call.organisation(), number, Act.of(call, "account.link-made", Actors.of(number)))
        .compose(link -> call.json(201, LinkJson.of(call, link)));
  }

  private Future<Void> dropFactor(Call call) {
    int number = call.pathNumber("number");
    Act act = Act.of(call, "second-factor.removed", Actors.of(number));
    return accounts.dropFactor(call.organisation(), number, act).compose(done -> call.noContent());
  }

  private Future<Void> endSessions(Call call) {
    int number = call.pathNumber("number");
    Act act = Act.of(call, "session.ended-everywhere", Actors.of(number));
    return find(call)
        .compose(account -> sessions.endAll(call.organisation(), number, "administrator", act))
        .compose(ended -> call.noContent());
  }
}
