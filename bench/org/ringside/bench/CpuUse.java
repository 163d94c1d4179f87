package org.ringside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * CPU time of processes from {@code /proc}, user and system, at the kernel's 100 ticks a second.
 *
 * @param serverMicros of the server's JVM
 * @param postgresMicros of PostgreSQL with all its processes, those that ended included
 * @param driverMicros of this process
 */
record CpuUse(long serverMicros, long postgresMicros, long driverMicros) {
  private static final long MICROS_A_TICK = 10_000;

  static CpuUse now(long server, long postmaster) {
    long postgres = ofProcess(postmaster, true);
    for (long child : childrenOf(postmaster)) {
      postgres += ofProcess(child, false);
    }
    return new CpuUse(
        ofProcess(server, false), postgres, ofProcess(ProcessHandle.current().pid(), false));
  }

  CpuUse since(CpuUse before) {
    return new CpuUse(
        serverMicros - before.serverMicros,
        postgresMicros - before.postgresMicros,
        driverMicros - before.driverMicros);
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
