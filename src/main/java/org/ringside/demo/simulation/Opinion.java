package org.ringside.demo.simulation;

/** What a caller answers to a survey: mostly one to five stars, now and then another question. */
final class Opinion {
  private Opinion() {}

  static Data draw(Chance chance, double satisfaction, boolean resolved) {
    double question = chance.between(0, 1);
    if (question < 0.03) {
      return data("resolved", resolved ? 1 : 0, 0, 1);
    }
    if (question < 0.08) {
      return data("nps", recommendation(chance, satisfaction), 0, 10);
    }
    return data("csat", stars(chance, satisfaction), 1, 5);
  }

  private static int stars(Chance chance, double satisfaction) {
    if (chance.happens(Math.clamp(satisfaction, 0.05, 0.99))) {
      return chance.happens(0.8) ? 5 : 4;
    }
    double rest = chance.between(0, 1);
    return rest < 0.5 ? 3 : rest < 0.7 ? 2 : 1;
  }

  private static int recommendation(Chance chance, double satisfaction) {
    return Math.clamp(Math.round(chance.normal(4 + 5.6 * satisfaction, 1.6)), 0, 10);
  }

  private static Data data(String kind, int score, int least, int most) {
    return Data.empty()
        .with("kind", kind)
        .with("score", score)
        .with("scale_min", least)
        .with("scale_max", most);
  }
}
