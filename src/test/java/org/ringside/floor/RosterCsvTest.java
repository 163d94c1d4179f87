package org.ringside.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ringside.calendar.ServiceCalendar;

/** The roster as a table: {@code agent,name,team,site,from,to,aliases}. */
class RosterCsvTest {
  private static final ServiceCalendar SHANGHAI = ServiceCalendar.of(ZoneId.of("Asia/Shanghai"));
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final String HEADER = "agent,name,team,site,from,to,aliases\n";

  private static Floor floorOf(String lines) {
    return upsert(Floor.EMPTY, lines, false);
  }

  private static Floor upsert(Floor before, String lines, boolean replace) {
    var reading = RosterCsv.read(HEADER + lines, SHANGHAI);
    assertThat(reading.faults()).isEmpty();
    Edited edited = RosterMerge.apply(before, reading.update(), replace, NOW);
    assertThat(edited).isInstanceOf(Edited.Accepted.class);
    return ((Edited.Accepted) edited).after();
  }

  private static List<String> faultsAt(String csv) {
    return RosterCsv.read(csv, SHANGHAI).faults().stream().map(fault -> fault.field()).toList();
  }

  private static String table(Floor floor) {
    var table = new StringBuilder();
    RosterTable.write(floor, SHANGHAI, table::append);
    return table.toString().replace("\r\n", "\n");
  }

  private static String teamAt(Floor floor, String subject, String at) {
    Place place = floor.place("pbx-1", subject, null, Instant.parse(at).toEpochMilli());
    Team team = floor.team(place.team());
    return team == null ? "" : team.code();
  }

  @Test
  void aDateIsTheStartOfTheDayInTheOrganisationsZone_andToIsTheFirstDayNoLongerIn() {
    Floor floor = floorOf("1001,王芳,北组,上海,2026-06-01,2026-07-01,1127;w.fang\n");

    assertThat(teamAt(floor, "1127", "2026-05-31T15:59:59.999Z")).isEmpty();
    assertThat(teamAt(floor, "1127", "2026-05-31T16:00:00Z")).isEqualTo("北组");
    assertThat(teamAt(floor, "w.fang", "2026-06-30T15:59:59Z")).isEqualTo("北组");
    assertThat(teamAt(floor, "1127", "2026-06-30T16:00:00Z")).isEmpty();
  }

  @Test
  void aDateFollowsTheServiceDay_whereItStartsAtAnotherHour() {
    var night =
        new ServiceCalendar(ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0), DayOfWeek.MONDAY, 1);

    var update = RosterCsv.read(HEADER + "1001,,North,,2026-06-01,,\n", night).update();

    assertThat(update.agents().get(0).memberships().get(0).span().fromMs())
        .isEqualTo(Instant.parse("2026-05-31T20:00:00Z").toEpochMilli());
  }

  @Test
  void anInstantIsTakenAsItIs_andEmptyIsOpen() {
    Floor floor = floorOf("1001,,North,,,2026-06-01T12:30:00+08:00,\n");

    assertThat(teamAt(floor, "1001", "1990-01-01T00:00:00Z")).isEqualTo("North");
    assertThat(teamAt(floor, "1001", "2026-06-01T04:29:59Z")).isEqualTo("North");
    assertThat(teamAt(floor, "1001", "2026-06-01T04:30:00Z")).isEmpty();
  }

  @Test
  void everythingThatIsWrong_isNamedWithItsLine() {
    assertThat(
            faultsAt(
                HEADER
                    + ",nobody,North,,,,\n"
                    + "1001,Wang,North,,01.06.2026,,\n"
                    + "1002,Li,North,,2026-07-01,2026-06-01,\n"
                    + "1003,\u202Eevil,North,,,,\n"
                    + "1004,short line\n"
                    + "1005,Zhou,,Shanghai,,,\n"))
        .containsExactly(
            "line 2: agent", "line 3", "line 4", "line 5: name", "line 6", "line 7: site");
  }

  @Test
  void aTableWithOtherColumns_isRefused() {
    assertThat(faultsAt("agent;name;team;site;from;to;aliases\n")).containsExactly("line 1");
    assertThat(faultsAt("")).containsExactly("line 1");
    assertThat(faultsAt(HEADER + "1001,\"open quote")).containsExactly("body");
  }

  @Test
  void aByteOrderMark_spacesAndDecomposedLetters_areTakenAway() {
    var reading =
        RosterCsv.read("\uFEFF" + HEADER + " 1001 ,Re\u0301my, North ,,,, 7 ; 8 \n", SHANGHAI);

    assertThat(reading.faults()).isEmpty();
    var row = reading.update().agents().get(0);
    assertThat(row.code()).isEqualTo("1001");
    assertThat(row.name()).isEqualTo("R\u00E9my");
    assertThat(row.aliases()).extracting(alias -> alias.spelling()).containsExactly("7", "8");
  }

  @Test
  void aTableThatWasWritten_isReadBackToTheSameFloor() {
    Floor floor =
        floorOf(
            """
            1001,"Wang, ""Fang""\",North,HQ,2026-01-01,2026-06-01,1127;7
            1001,,South,HQ,2026-06-01,,1127
            1002,=cmd,South,,,,+4912
            1003,Zhou,,,2026-01-01,2026-02-01,1128
            1004,Wu,,,,,
            """);

    String table = table(floor);

    assertThat(table)
        .isEqualTo(
            HEADER
                + "1001,\"Wang, \"\"Fang\"\"\",North,HQ,2026-01-01,2026-06-01,7;1127\n"
                + "1001,\"Wang, \"\"Fang\"\"\",South,HQ,2026-06-01,,1127\n"
                + "1002,'=cmd,South,HQ,,,'+4912\n"
                + "1003,Zhou,,,2026-01-01,2026-02-01,1128\n"
                + "1004,Wu,,,,,\n");
    Floor again = upsert(floor, table.substring(HEADER.length()), true);
    assertThat(RosterSummary.between(floor, again)).isEmpty();
  }

  @Property(tries = 200)
  void anyFloorWrittenAndReadBackAsTheWholeRoster_placesEveryFactAsBefore(@ForAll long seed) {
    Floor floor = new RandomFloors(seed).floorInWholeDays();

    Floor again = upsert(Floor.EMPTY, table(floor).substring(HEADER.length()), true);

    for (String spelling : RandomFloors.SPELLINGS) {
      for (long at = -1; at <= RandomFloors.LAST + 10; at++) {
        String instant = Instant.ofEpochMilli(at * RandomFloors.DAY_MS).toString();
        assertThat(teamAt(again, spelling, instant)).isEqualTo(teamAt(floor, spelling, instant));
      }
    }
  }
}
