package org.ringside.metric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A linear combination of counters, as a numerator or a denominator has them: {@code nps_promoters
 * − nps_detractors}.
 */
public record Sum(List<Term> terms) {
  /** A counter and how often it counts. */
  public record Term(String counter, long factor) {}

  public Sum {
    terms = List.copyOf(terms);
  }

  /** The sum of these counters. */
  public static Sum of(String... counters) {
    return new Sum(List.of(counters).stream().map(counter -> new Term(counter, 1)).toList());
  }

  /** This sum less those counters. */
  public Sum less(String... counters) {
    var all = new ArrayList<>(terms);
    for (String counter : counters) {
      all.add(new Term(counter, -1));
    }
    return new Sum(all);
  }

  /** The value over these counters; whatever their size, no overflow. */
  public BigInteger over(Counters counters) {
    BigInteger total = BigInteger.ZERO;
    for (Term term : terms) {
      BigInteger amount = BigInteger.valueOf(counters.get(term.counter()));
      total = total.add(times(amount, term.factor()));
    }
    return total;
  }

  private static BigInteger times(BigInteger amount, long factor) {
    return factor == 1 ? amount : amount.multiply(BigInteger.valueOf(factor));
  }

  /** {@code a + b − c}. */
  @Override
  public String toString() {
    String text =
        terms.stream()
            .map(term -> (term.factor() < 0 ? "− " : "+ ") + term.counter())
            .collect(Collectors.joining(" "));
    return text.startsWith("+ ") ? text.substring(2) : text;
  }
}
