package org.ringside.demo.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The form of the day (手感): teams and people have better and worse hours. It makes leads change
 * hands; over weeks it comes to nothing.
 */
final class Form {
  private static final double HOUR = 3_600_000.0;

  private final long seed;
  private final LocalDate date;
  private final Map<String, Waves> teams = new HashMap<>();
  private final Map<Integer, Double> people = new HashMap<>();

  /** Two slow waves and a level, in shares of satisfied callers. */
  private record Waves(double level, double slow, double slowPhase, double fast, double fastPhase) {
    double at(long millis) {
      double hours = millis / HOUR;
      return level
          + slow * Math.sin(hours / 17 * 2 * Math.PI + slowPhase)
          + fast * Math.sin(hours / 4.3 * 2 * Math.PI + fastPhase);
    }
  }

  Form(long seed, LocalDate date) {
    this.seed = seed;
    this.date = date;
  }

  /** What is added to the chance of a satisfied caller now. */
  double of(Person person, long millis) {
    Waves team = teams.computeIfAbsent(person.crew().id(), this::waves);
    double own =
        people.computeIfAbsent(
            person.index(), index -> Chance.of(seed, "form", index, date).normal(0, 0.02));
    return team.at(millis) + own;
  }

  private Waves waves(String crew) {
    Chance always = Chance.of(seed, "waves", crew);
    Chance today = Chance.of(seed, "level", crew, date);
    return new Waves(
        today.normal(0, 0.012),
        always.between(0.01, 0.02),
        always.between(0, 2 * Math.PI),
        always.between(0.03, 0.06),
        always.between(0, 2 * Math.PI));
  }
}
