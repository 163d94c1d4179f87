package org.ringside.floor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.floor.RosterUpdate.AgentRow;
import org.ringside.floor.RosterUpdate.AliasRow;
import org.ringside.floor.RosterUpdate.MembershipRow;
import org.ringside.floor.RosterUpdate.QueueRow;
import org.ringside.floor.RosterUpdate.SiteRow;
import org.ringside.floor.RosterUpdate.TeamRow;
import org.ringside.frame.Fields;

/**
 * A roster in JSON: {@code sites}, {@code teams}, {@code queues} and {@code agents} with their
 * aliases and memberships, each of them optional. Other than in a table, a team or site must be
 * listed before it can be named.
 */
public final class RosterJson {
  private static final int MOST_SITES = 500;
  private static final int MOST_QUEUES = 10_000;

  private final RosterTime time;

  private RosterJson(ServiceCalendar calendar) {
    time = new RosterTime(calendar);
  }

  /** Reads the fields of the body, and refuses through them. */
  public static RosterUpdate read(Fields body, ServiceCalendar calendar) {
    var json = new RosterJson(calendar);
    var update =
        new RosterUpdate(
            json.rows(body, "sites", MOST_SITES, json::site),
            json.rows(body, "teams", RosterMerge.MOST_TEAMS, json::team),
            body.has("queues") ? json.rows(body, "queues", MOST_QUEUES, json::queue) : null,
            json.rows(body, "agents", RosterMerge.MOST_AGENTS, json::agent),
            true);
    body.done();
    return update;
  }

  private interface Reader<T> {
    T read(Fields row, String at);
  }

  private <T> List<T> rows(Fields fields, String field, int most, Reader<T> reader) {
    var rows = new ArrayList<T>();
    for (Fields row : fields.objects(field, most)) {
      String at = row.at();
      rows.add(reader.read(row, at.substring(0, at.length() - 1)));
      row.refuseUnread();
    }
    return rows;
  }

  private SiteRow site(Fields row, String at) {
    return new SiteRow(at, code(row, "id", "shanghai"), name(row));
  }

  private TeamRow team(Fields row, String at) {
    return new TeamRow(
        at,
        code(row, "id", "north"),
        name(row),
        row.optionalText("site", RosterText.CODE, "shanghai"));
  }

  private QueueRow queue(Fields row, String at) {
    return new QueueRow(at, code(row, "queue", "hotline"), code(row, "team", "north"), span(row));
  }

  private AgentRow agent(Fields row, String at) {
    return new AgentRow(
        at,
        code(row, "id", "1001"),
        name(row),
        row.has("aliases") ? rows(row, "aliases", RosterRows.MOST, this::alias) : null,
        rows(row, "memberships", RosterRows.MOST, this::membership));
  }

  private AliasRow alias(Fields row, String at) {
    String alias = code(row, "alias", "1127");
    if (alias.indexOf(RosterText.SEPARATOR) >= 0) {
      row.refuse("alias", "an alias without " + RosterText.SEPARATOR, "1127");
    }
    return new AliasRow(at, alias, row.optionalText("source", RosterText.CODE, "pbx-1"), span(row));
  }

  private MembershipRow membership(Fields row, String at) {
    return new MembershipRow(at, code(row, "team", "north"), span(row));
  }

  private static String code(Fields row, String field, String example) {
    String code = row.text(field, RosterText.CODE, example);
    if (!code.equals(code.strip())) {
      row.refuse(field, "no space around it", example);
    }
    return code;
  }

  private static @Nullable String name(Fields row) {
    return row.optionalText("name", RosterText.NAME, "王芳");
  }

  private Span span(Fields row) {
    long from = instant(row, "from", Span.BEGINNING);
    long to = instant(row, "to", Span.END);
    if (from >= to) {
      row.refuse("from", "a time before to", RosterTime.EXAMPLE);
    }
    return new Span(from, to);
  }

  private long instant(Fields row, String field, long open) {
    String text = row.optionalText(field, 40, RosterTime.EXAMPLE);
    if (text == null) {
      return open;
    }
    Long read = time.read(text);
    if (read == null) {
      row.refuse(field, RosterTime.EXPECTED, RosterTime.EXAMPLE);
      return open;
    }
    return read;
  }
}
