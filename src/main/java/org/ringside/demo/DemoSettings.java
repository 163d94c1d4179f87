package org.ringside.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ringside.demo.simulation.Density;
import org.ringside.demo.simulation.FloorPlan;

/**
 * What can be chosen about the example floor.
 *
 * @param speed 1 to 60: so many times the people and the calls, see {@link Density}
 * @param seed another seed is another floor: other names, skills and calls
 * @param zone where the floor is
 * @param clock what time it is
 */
public record DemoSettings(int speed, long seed, ZoneId zone, InstantSource clock) {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  FloorPlan plan(Density density) {
    return FloorPlan.of(seed, zone, density);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
