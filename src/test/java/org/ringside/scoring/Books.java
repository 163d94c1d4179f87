package org.ringside.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Gate;

/** Rule books as tests write them down. */
public final class Books {
  private Books() {}

  public static Conversion perUnit(String points) {
    return new Conversion.PerUnit(new BigDecimal(points));
  }

  public static Conversion linear(String floor, String target, String points) {
    return new Conversion.Linear(
        new BigDecimal(floor), new BigDecimal(target), new BigDecimal(points));
  }

  public static Line line(String metric, Conversion conversion, String weight) {
    return new Line(metric, conversion, new BigDecimal(weight), null, null);
  }

  public static Line gated(String metric, Conversion conversion, @Nullable Gate gate) {
    return new Line(metric, conversion, BigDecimal.ONE, null, gate);
  }
}
