package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.db.Tenants;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Floors;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.ProblemCode;

/**
 * One person's data, exported or anonymised. Who is meant stands in the body and not in the
 * address: addresses are written down by whatever passes them on.
 */
public final class PersonRoutes {
  private static final String PATH = "/api/v1/personal-data";
  private static final int MAX_CODE = 64;

  private final Tenants tenants;
  private final Floors floors;
  private final Persons persons;
  private final PersonExport export;
  private final Farewell farewell;
  private final IntFunction<Future<Void>> flush;
  private final InstantSource clock;

  /**
   * The routes of one person's data.
   *
   * @param flush makes the tables that the scorer keeps contain all facts of an organisation
   */
  public PersonRoutes(
      Tenants tenants,
      Floors floors,
      Persons persons,
      PersonExport export,
      Farewell farewell,
      IntFunction<Future<Void>> flush,
      InstantSource clock) {
    this.tenants = tenants;
    this.floors = floors;
    this.persons = persons;
    this.export = export;
    this.farewell = farewell;
    this.flush = flush;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(PATH + "/export", Permission.PERSONAL_DATA, this::exportOne),
        Endpoint.post(PATH + "/anonymisation", Permission.PERSONAL_DATA, this::anonymise),
        Endpoint.get("/api/v1/me/export", Permission.SIGNED_IN, this::exportOwn));
  }

  private Future<Void> exportOwn(Call call) {
    Principal.Person me = call.person();
    if (call.request().method().equals(HttpMethod.HEAD)) {
      return call.text(200, "application/json", ""); // what has no body is no export
    }
    PersonExport.Turn turn = export.turn(call.organisation(), me.account(), clock.instant());
    return export(call, new Person(me.agent(), me.account()), turn);
  }

  private Future<Void> exportOne(Call call) {
    Fields body = call.body();
    Person person = person(call, body);
    body.done();
    return export(call, found(person), export.turn());
  }

  private Future<Void> export(Call call, Person some, PersonExport.Turn turn) {
    int organisation = call.organisation();
    Floor floor = floors.current(organisation);
    Instant now = clock.instant();
    var response = call.request().response();
    return flush
        .apply(organisation)
        .compose(flushed -> noted(call, some, floor, now))
        .compose(person -> export.write(organisation, person, floor, now, response, turn))
        .onComplete(done -> turn.over());
  }

  private Future<Person> noted(Call call, Person some, Floor floor, Instant now) {
    int organisation = call.organisation();
    return tenants
        .of(organisation)
        .inTransaction(
            transaction ->
                Anonymising.whole(transaction, organisation, some, floor)
                    .compose(
                        person ->
                            AuditSql.note(
                                    transaction,
                                    organisation,
                                    Act.of(call, "person.exported", person.subject()),
                                    now)
                                .map(person)));
  }

  private Future<Void> anonymise(Call call) {
    Fields body = call.body();
    Person person = person(call, body);
    String reason = body.text("reason", 500, "asked for it on 2026-11-20, letter 114");
    body.done();
    Person meant = found(person);
    refuseOneself(call, meant);
    Act act = Act.of(call, "person.anonymised", meant.subject()).because(reason);
    return persons
        .anonymise(call.organisation(), meant, act)
        .compose(erased -> farewell.to(erased).map(erased))
        .compose(erased -> call.json(200, new JsonObject().put("name", erased.name())));
  }

  /** Somebody has to be left who can say that it was done. */
  private static void refuseOneself(Call call, Person person) {
    Principal.Person me = call.principal().person();
    boolean own =
        me != null
            && (Integer.valueOf(me.account()).equals(person.account())
                || (me.agent() != null && me.agent().equals(person.agent())));
    if (own) {
      throw ProblemCode.CONFLICT.because("Let somebody else anonymise you.").refused();
    }
  }

  /** Null where a fault was found. */
  private @Nullable Person person(Call call, Fields body) {
    String code = body.optionalText("agent", MAX_CODE, "1001");
    int account = body.integer("account", 0, 1, Integer.MAX_VALUE);
    if ((code == null) == (account == 0)) {
      body.refuse("agent", "a staff number, or else the number of an account", "1001");
      return null;
    }
    if (code == null) {
      return new Person(null, account);
    }
    Agent agent = floors.current(call.organisation()).agent(code);
    if (agent == null) {
      body.refuse("agent", "a staff number of the roster", "1001");
      return null;
    }
    return new Person(agent.no(), null);
  }

  private static Person found(@Nullable Person person) {
    if (person == null) {
      throw new IllegalStateException("refused before");
    }
    return person;
  }
}
