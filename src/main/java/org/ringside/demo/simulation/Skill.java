package org.ringside.demo.simulation;

/**
 * What makes one agent differ from the next.
 *
 * @param tempo multiplies talk and wrap-up; below 1 is quick
 * @param charm added to the chance of a satisfied caller
 * @param knowledge chance that the call solves the matter
 * @param inattention chance that an offered call rings out
 * @param shortCalls chance of hanging up on a caller at once: small for nearly all, a habit of few
 * @param invitation chance that the caller is asked for a rating
 * @param salesmanship chance that a connected outbound call sells
 * @param care mean quality score, 0 to 100
 */
public record Skill(
    double tempo,
    double charm,
    double knowledge,
    double inattention,
    double shortCalls,
    double invitation,
    double salesmanship,
    double care) {

  static Skill draw(Chance chance) {
    return new Skill(
        Math.clamp(chance.logNormal(1, 0.13), 0.72, 1.45),
        Math.clamp(chance.normal(0, 0.035), -0.09, 0.07),
        Math.clamp(chance.normal(0.80, 0.04), 0.68, 0.90),
        Math.clamp(chance.logNormal(0.016, 0.6), 0.004, 0.06),
        chance.happens(0.04) ? chance.between(0.09, 0.14) : 0.004,
        Math.clamp(chance.normal(0.62, 0.10), 0.30, 0.85),
        Math.clamp(chance.normal(0.09, 0.03), 0.02, 0.18),
        Math.clamp(chance.normal(90, 3.5), 78, 97));
  }
}
