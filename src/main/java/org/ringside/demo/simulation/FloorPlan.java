package org.ringside.demo.simulation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who and what there is on the floor: sites, teams, people, queues. A function of seed and density;
 * the people of the base strength are the same at every density.
 */
public record FloorPlan(
    long seed, ZoneId zone, Density density, List<Person> people, String fingerprint) {
  /** People at density 1. */
  public static final int BASE_STRENGTH = 102;

  public static final Map<String, String> SITES =
      Map.of("hefei", "合肥职场", "chengdu", "成都职场", "wuhan", "武汉职场");

  public static final List<Crew> CREWS =
      List.of(
          new Crew("xiongying", "雄鹰组", "hefei", 14, 0.004),
          new Crew("shandian", "闪电组", "hefei", 12, -0.002),
          new Crew("lanhai", "蓝海组", "hefei", 16, 0.002),
          new Crew("xianfeng", "先锋组", "chengdu", 11, 0.000),
          new Crew("yinhe", "银河组", "chengdu", 15, 0.003),
          new Crew("panshi", "磐石组", "chengdu", 9, 0.006),
          new Crew("chenxi", "晨曦组", "wuhan", 7, 0.001),
          new Crew("yuanhang", "远航组", "wuhan", 18, 0.012));

  public static final Line SERVICE = new Line("service", "客服热线", false, null, 0.66, 98, 0, 24);
  public static final Line TECH = new Line("tech", "技术支持", false, null, 0.27, 132, 0, 24);
  public static final Line VIP = new Line("vip", "贵宾专线", false, "yinhe", 0.07, 110, 8, 22);
  public static final Line SALES = new Line("sales", "续约外呼", true, null, 0, 62, 9, 21);
  public static final Line CALLBACK = new Line("callback", "客户回访", true, null, 0, 55, 8, 22);
  public static final List<Line> LINES = List.of(SERVICE, TECH, VIP, SALES, CALLBACK);

  public static FloorPlan of(long seed, ZoneId zone, Density density) {
    var people = new ArrayList<Person>();
    var names = new PersonNames();
    for (int copy = 0; copy < density.factor(); copy++) {
      for (Crew crew : CREWS) {
        addCrew(people, crew, seed, names);
      }
    }
    return new FloorPlan(seed, zone, density, Skills.levelled(people), fingerprint(seed, density));
  }

  private static void addCrew(List<Person> people, Crew crew, long seed, PersonNames names) {
    for (int seat = 0; seat < crew.seats(); seat++) {
      people.add(hire(people.size(), crew, seat, seed, names));
    }
  }

  private static Person hire(int index, Crew crew, int seat, long seed, PersonNames names) {
    Chance chance = Chance.of(seed, "person", index);
    return new Person(
        index,
        Integer.toString(100_200 + index * 7),
        Integer.toString(8001 + index),
        names.next(chance),
        crew,
        LocalDate.of(2019, 1, 7).plusDays(chance.upTo(1800)),
        Skill.draw(chance),
        lines(crew, seat),
        chance.happens(crew.id().equals("xianfeng") || crew.id().equals("yuanhang") ? 0.5 : 0.25),
        worksNights(seat));
  }

  private static List<Line> lines(Crew crew, int seat) {
    var lines = new ArrayList<Line>();
    lines.add(SERVICE);
    if (seat % 5 < 3) {
      lines.add(TECH);
    }
    if (crew.id().equals(VIP.owner())) {
      lines.add(VIP);
    }
    return List.copyOf(lines);
  }

  /** A fixed night crew: one seat in seven, at least one in each team. */
  private static boolean worksNights(int seat) {
    return seat % 7 == 3;
  }

  /** Marks contact ids, so that a floor of another seed or density never meets these. */
  private static String fingerprint(long seed, Density density) {
    Chance chance = Chance.of(seed, density.factor(), density.fromMillis());
    return Integer.toString(36 * 36 * 36 + chance.upTo(36 * 36 * 36 * 35), 36);
  }
}
