package org.ringside.bench;

import java.util.List;
import java.util.Set;

/**
 * Runs the benchmark and prints the machine and a table. Without arguments everything; else the
 * parts named: {@code start pairs live reads intake single}.
 */
final class Bench {
  private static final Set<String> PARTS =
      Set.of("intake", "single", "live", "pairs", "reads", "start");

  private Bench() {}

  public static void main(String[] args) {
    List<String> wanted = List.of(args);
    if (!PARTS.containsAll(wanted)) {
      System.err.println("Parts of the benchmark: " + PARTS + ", not " + wanted);
      System.exit(2);
    }
    System.out.println(Machine.description());
    run(wanted.isEmpty() ? PARTS : Set.copyOf(wanted), new Table());
  }

  /** Last, because what comes behind an overload is measured on what it left. */
  private static void overload(Set<String> parts, IntakeBench intake) {
    if (parts.contains("intake")) {
      intake.batches(100, 20_000, 40_000);
      intake.batches(500, 20_000, 40_000);
    }
    if (parts.contains("single")) {
      intake.single(10_000);
    }
  }

  private static void run(Set<String> parts, Table table) {
    var start = new StartBench(table);
    if (parts.contains("start")) {
      start.first();
    }
    if (parts.contains("pairs")) {
      try (Rig withPairs = new Rig()) {
        BenchFloor.addPairs(withPairs.server());
        new LiveBench(withPairs, table).pairs(1_000);
      }
    }
    try (Rig rig = new Rig()) {
      if (parts.contains("live")) {
        var live = new LiveBench(rig, table);
        live.sites(1_000, BenchFloor.SITES);
        live.sites(1_000, 1);
      }
      if (parts.contains("reads")) {
        new ReadsBench(rig, table).run(2_000);
      }
      var intake = new IntakeBench(rig, table);
      if (parts.contains("intake")) {
        intake.batches(100, 10_000);
        intake.batches(500, 10_000);
      }
      if (parts.contains("single")) {
        intake.single(3_000);
      }
      if (parts.contains("start")) {
        start.again(rig, intake);
      }
      overload(parts, intake);
    }
  }
}
