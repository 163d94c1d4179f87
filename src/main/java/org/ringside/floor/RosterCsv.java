package org.ringside.floor;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.floor.RosterUpdate.AgentRow;
import org.ringside.floor.RosterUpdate.AliasRow;
import org.ringside.floor.RosterUpdate.MembershipRow;
import org.ringside.floor.RosterUpdate.SiteRow;
import org.ringside.floor.RosterUpdate.TeamRow;
import org.ringside.frame.Csv;
import org.ringside.frame.FieldError;

/**
 * A roster as a table: a line says that an agent is in a team, and answers to aliases, from when
 * until when. Teams and sites come into being by being named. Aliases of one source only and queues
 * have no place in it: JSON has them.
 */
public final class RosterCsv {
  /** The first line. */
  public static final List<String> COLUMNS =
      List.of("agent", "name", "team", "site", "from", "to", "aliases");

  private final Faults faults = new Faults();
  private final RosterText text = new RosterText(faults);
  private final RosterTime time;
  private final List<SiteRow> sites = new ArrayList<>();
  private final List<TeamRow> teams = new ArrayList<>();
  private final List<AgentRow> agents = new ArrayList<>();

  private RosterCsv(ServiceCalendar calendar) {
    time = new RosterTime(calendar);
  }

  /** What was read: an update, or the faults if there are any. */
  public record Reading(RosterUpdate update, List<FieldError> faults) {}

  public static Reading read(String csv, ServiceCalendar calendar) {
    var roster = new RosterCsv(calendar);
    try {
      roster.readAll(csv);
    } catch (CsvParseException e) {
      roster.faults.add("body", "CSV as in RFC 4180: " + e.getMessage(), "1001,\"Wang, Fang\"");
    }
    var update = new RosterUpdate(roster.sites, roster.teams, null, roster.agents, false);
    return new Reading(update, roster.faults.list());
  }

  private void readAll(String csv) {
    var records =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)
            .iterator();
    if (!records.hasNext() || !isHeader(records.next())) {
      faults.add("line 1", "the columns " + String.join(",", COLUMNS), String.join(",", COLUMNS));
      return;
    }
    records.forEachRemaining(this::readLine);
  }

  private static boolean isHeader(CsvRecord line) {
    return line.getFields().stream().map(String::strip).toList().equals(COLUMNS);
  }

  private void readLine(CsvRecord line) {
    String at = "line " + line.getStartingLineNumber();
    if (line.getFieldCount() != COLUMNS.size()) {
      faults.add(at, COLUMNS.size() + " columns", String.join(",", COLUMNS));
      return;
    }
    List<String> cells = line.getFields().stream().map(Csv::plain).toList();
    String agent = text.required(at + ": agent", cells.get(0), "1001");
    String name = text.read(at + ": name", cells.get(1), RosterText.NAME, "王芳");
    String team = text.read(at + ": team", cells.get(2), RosterText.CODE, "North");
    String site = text.read(at + ": site", cells.get(3), RosterText.CODE, "Shanghai");
    Span span = text.span(at, cells.get(4), cells.get(5), time);
    if (site != null) {
      sites.add(new SiteRow(at, site, null));
    }
    addTeam(at, team, site);
    List<MembershipRow> memberships =
        team == null ? List.of() : List.of(new MembershipRow(at, team, span));
    agents.add(new AgentRow(at, agent, name, aliases(at, cells.get(6), span), memberships));
  }

  private void addTeam(String at, @Nullable String team, @Nullable String site) {
    if (team != null) {
      teams.add(new TeamRow(at, team, null, site));
    } else if (site != null) {
      faults.add(at + ": site", "a team on the same line, because sites have teams", "North");
    }
  }

  /** An empty cell says nothing about aliases. */
  private @Nullable List<AliasRow> aliases(String at, String cell, Span span) {
    if (cell.isBlank()) {
      return null;
    }
    var rows = new ArrayList<AliasRow>();
    for (String alias : cell.split(String.valueOf(RosterText.SEPARATOR), -1)) {
      if (!alias.isBlank()) {
        rows.add(new AliasRow(at, text.alias(at + ": aliases", alias), null, span));
      }
    }
    return rows;
  }
}
