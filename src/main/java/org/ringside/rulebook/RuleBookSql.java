package org.ringside.rulebook;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ringside.frame.Fields;
import org.ringside.metric.Direction;
import org.ringside.scoring.RuleBook;

/** Rule books in the database; added, never changed. */
public final class RuleBookSql {
  private static final int TRIES = 5;

  private static final String ADD =
      """
      insert into rule_book (organisation, rule_book, name, direction, hash, content,
        override_name, override_reason, created_at, created_by)
      select $1, coalesce(max(rule_book), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9
      from rule_book where organisation = $1
      on conflict do nothing
      returning rule_book
      """;

  private static final String FIND =
      "select * from rule_book where organisation = $1 and rule_book = $2";

  private static final String FIND_EQUAL =
      """
      select * from rule_book
      where organisation = $1 and hash = $2 and name = $3 and direction = $4
      order by rule_book limit 1
      """;

  private static final String PAGE =
      """
      select * from rule_book
      where organisation = $1 and rule_book < $2
      order by rule_book desc limit $3
      """;

  private RuleBookSql() {}

  /** Stores it under the next free number. */
  public static Future<NumberedRuleBook> add(
      SqlClient client, int organisation, NewRuleBook book, Instant now, String by) {
    return add(client, organisation, book, now, by, TRIES);
  }

  private static Future<NumberedRuleBook> add(
      SqlClient client, int organisation, NewRuleBook book, Instant now, String by, int tries) {
    return client
        .preparedQuery(ADD)
        .execute(values(organisation, book, now, by))
        .compose(
            rows -> {
              for (Row row : rows) {
                int number = row.getInteger("rule_book");
                return Future.succeededFuture(new NumberedRuleBook(number, book, now, by));
              }
              // Somebody else took the number in the same instant.
              return tries > 1
                  ? add(client, organisation, book, now, by, tries - 1)
                  : Future.failedFuture("no free number for a rule book after " + TRIES + " tries");
            });
  }

  private static Tuple values(int organisation, NewRuleBook book, Instant now, String by) {
    NamedOverride override = book.override();
    return Tuple.tuple()
        .addInteger(organisation)
        .addString(book.name())
        .addString(book.direction().wire())
        .addBuffer(hash(book.rules()))
        .addString(RuleBookJson.rules(book.rules()).encode())
        .addString(override == null ? null : override.name())
        .addString(override == null ? null : override.reason())
        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
        .addString(by);
  }

  private static Buffer hash(RuleBook rules) {
    return Buffer.buffer(HexFormat.of().parseHex(rules.hash()));
  }

  /** Empty where there is none of that number. */
  public static Future<Optional<NumberedRuleBook>> find(
      SqlClient client, int organisation, int number) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation, number))
        .map(RuleBookSql::first);
  }

  /** The one with the same rules and name, which posting again must not double. */
  public static Future<Optional<NumberedRuleBook>> findEqual(
      SqlClient client, int organisation, NewRuleBook book) {
    Tuple values = Tuple.of(organisation, hash(book.rules()), book.name(), book.direction().wire());
    return client.preparedQuery(FIND_EQUAL).execute(values).map(RuleBookSql::first);
  }

  /** At most so many with numbers below the one given, the newest first. */
  public static Future<List<NumberedRuleBook>> page(
      SqlClient client, int organisation, int below, int limit) {
    return client
        .preparedQuery(PAGE)
        .execute(Tuple.of(organisation, below, limit))
        .map(
            rows -> {
              var found = new ArrayList<NumberedRuleBook>(rows.size());
              rows.forEach(row -> found.add(numbered(row)));
              return found;
            });
  }

  private static Optional<NumberedRuleBook> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(numbered(row));
    }
    return Optional.empty();
  }

  private static NumberedRuleBook numbered(Row row) {
    String by = row.getString("override_name");
    var book =
        new NewRuleBook(
            row.getString("name"),
            row.getString("direction").equals("out") ? Direction.OUT : Direction.IN,
            rules(row),
            by == null ? null : new NamedOverride(by, row.getString("override_reason")));
    return new NumberedRuleBook(
        row.getInteger("rule_book"),
        book,
        row.getOffsetDateTime("created_at").toInstant(),
        row.getString("created_by"));
  }

  /** The rules in the columns {@code content} and {@code hash}, each proving the other (R9). */
  public static RuleBook rules(Row row) {
    Fields content = Fields.of(new JsonObject(row.getString("content")));
    RuleBook rules = RuleBookReader.rules(content);
    content.done();
    String hash = HexFormat.of().formatHex(row.getBuffer("hash").getBytes());
    if (!rules.hash().equals(hash)) {
      throw new IllegalStateException(
          "rule book " + row.getInteger("rule_book") + " is not what its hash " + hash + " says");
    }
    return rules;
  }
}
