package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.ringside.audit.Act;
import org.ringside.floor.Floor;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.ProblemCode;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;

/**
 * Inviting an organisation's administrator from outside it, for whoever runs the platform: the only
 * people's right that does not come from a role in the organisation.
 */
final class FirstAdministratorRoutes {
  private final Organisations organisations;
  private final Accounts accounts;

  FirstAdministratorRoutes(Organisations organisations, Accounts accounts) {
    this.organisations = organisations;
    this.accounts = accounts;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(
            "/api/v1/organisations/:code/administrators",
            Permission.FOUND_ORGANISATIONS,
            this::invite));
  }

  private Future<Void> invite(Call call) {
    int organisation = organisation(call.path("code"));
    Fields body = call.body();
    var reader = new AccountReader(body, Floor.EMPTY);
    String login = reader.login();
    List<Assignment> roles = List.of(Assignment.everywhere(Role.ADMINISTRATOR));
    var wanted = new Accounts.Wanted(reader.name(), null, true, roles);
    body.done();
    return accounts
        .invite(organisation, login, wanted, Act.of(call, "account.invited", login))
        .compose(invited -> call.json(201, json(call, invited)));
  }

  private int organisation(String code) {
    return organisations.all().stream()
        .filter(one -> one.code().equals(code))
        .mapToInt(Organisation::number)
        .findFirst()
        .orElseThrow(
            () ->
                ProblemCode.NOT_FOUND.because("There is no organisation " + code + ".").refused());
  }

  private static JsonObject json(Call call, Accounts.Invited invited) {
    return AccountJson.of(invited.account(), Floor.EMPTY)
        .put("link", LinkJson.of(call, invited.link()));
  }
}
