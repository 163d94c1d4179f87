package org.ringside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time of processes from {@code /proc}, user and system, at the kernel's 100 ticks a second.
 *
 * @param serverMicros of the server's JVM
 * @param postgresMicros of PostgreSQL with all its processes, those that ended included
 * @param driverMicros of this process
 * @param ticks of the whole machine, and those that its host gave to others
 */
record CpuUse(
    long serverMicros, long postgresMicros, long driverMicros, long ticks, long stolenTicks) {
  private static final long MICROS_A_TICK = 10_000;
  private static final int STEAL = 7;

  static CpuUse now(long server, long postmaster) {
    long postgres = ofProcess(postmaster, true);
    for (long child : childrenOf(postmaster)) {
      postgres += ofProcess(child, false);
    }
    long[] machine = machineTicks();
    return new CpuUse(
        ofProcess(server, false),
        postgres,
        ofProcess(ProcessHandle.current().pid(), false),
        Arrays.stream(machine).sum(),
        machine[STEAL]);
  }

  /** Of 100 ticks of the machine, those that its host did not give it when it wanted them. */
  double stolenPercent() {
    return 100.0 * stolenTicks / Math.max(1, ticks);
  }

  /** The first eight fields of the line {@code cpu}: user, nice, system, idle and so on. */
  private static long[] machineTicks() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      String[] fields = lines.findFirst().orElseThrow().split(" +", -1);
      return Arrays.stream(fields).skip(1).limit(STEAL + 1).mapToLong(Long::parseLong).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CpuUse since(CpuUse before) {
    return new CpuUse(
        serverMicros - before.serverMicros,
        postgresMicros - before.postgresMicros,
        driverMicros - before.driverMicros,
        ticks - before.ticks,
        stolenTicks - before.stolenTicks);
  }

  private static List<Long> childrenOf(long parent) {
    var children = new ArrayList<Long>();
    ProcessHandle.of(parent)
        .ifPresent(handle -> handle.children().forEach(child -> children.add(child.pid())));
    return children;
  }

  /** Fields 14 to 17 of {@code stat}; the name in brackets before them may hold spaces. */
  private static long ofProcess(long pid, boolean withEndedChildren) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      if (withEndedChildren) {
        ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
      }
      return ticks * MICROS_A_TICK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Memory that a process holds and held at most, in MiB: {@code VmRSS} and {@code VmHWM}. */
  static String memoryOf(long pid) {
    try {
      var found = new ArrayList<String>();
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
          long kib = Long.parseLong(line.replaceAll("[^0-9]", ""));
          found.add((line.startsWith("VmRSS") ? "now " : "at most ") + kib / 1024 + " MiB");
        }
      }
      return String.join(", ", found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
