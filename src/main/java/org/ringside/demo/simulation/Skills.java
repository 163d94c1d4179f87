package org.ringside.demo.simulation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Levels the teams: each team's mean of the traits that score is moved to the floor's mean, so that
 * what separates teams is their flair, their form of the day and luck, while people keep their
 * differences. Only the base strength decides the means, so that a higher density changes nobody.
 */
final class Skills {
  private Skills() {}

  static List<Person> levelled(List<Person> people) {
    return people.stream().map(person -> level(person, baseOf(person.crew(), people))).toList();
  }

  private static List<Person> baseOf(Crew crew, List<Person> people) {
    return people.stream()
        .limit(FloorPlan.BASE_STRENGTH)
        .filter(person -> person.crew().equals(crew))
        .toList();
  }

  private static Person level(Person person, List<Person> crew) {
    Skill own = person.skill();
    Skill level =
        new Skill(
            own.tempo() / mean(crew, Skill::tempo),
            own.charm() - mean(crew, Skill::charm) + person.crew().flair(),
            own.knowledge() - mean(crew, Skill::knowledge) + 0.80,
            own.inattention() / mean(crew, Skill::inattention) * 0.02,
            own.shortCalls(),
            own.invitation(),
            own.salesmanship(),
            own.care() - mean(crew, Skill::care) + 90);
    return new Person(
        person.index(),
        person.id(),
        person.extension(),
        person.name(),
        person.crew(),
        person.joined(),
        level,
        person.lines(),
        person.dials(),
        person.nights());
  }

  private static double mean(List<Person> crew, ToDoubleFunction<Skill> trait) {
    return crew.stream()
        .mapToDouble(person -> trait.applyAsDouble(person.skill()))
        .average()
        .orElseThrow();
  }
}
