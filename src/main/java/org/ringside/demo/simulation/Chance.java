package org.ringside.demo.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** A stream of chance with the few distributions that a floor needs. */
final class Chance {
  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The stream of this seed for these names; other names give an unrelated stream. */
  static Chance of(long seed, Object... names) {
    long mixed = mix(seed);
    for (Object name : names) {
      mixed = mix(mixed ^ stableHash(name.toString()));
    }
    return new Chance(mixed);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(upTo(choices.size()));
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  double exponential(double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  /** Talk, wrap-up and ring times: positive, skewed, with this median. */
  double logNormal(double median, double sigma) {
    return median * Math.exp(sigma * random.nextGaussian());
  }

  /** The same in milliseconds, kept within physical bounds given in seconds. */
  long logNormalMillis(double medianSeconds, double sigma, double least, double most) {
    double seconds = Math.clamp(logNormal(medianSeconds, sigma), least, most);
    return Math.round(seconds * 1000);
  }

  long millisBetween(double lowSeconds, double highSeconds) {
    return Math.round(between(lowSeconds, highSeconds) * 1000);
  }

  private static long stableHash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < name.length(); at++) {
      hash = (hash ^ name.charAt(at)) * 0x100000001b3L;
    }
    return hash;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
