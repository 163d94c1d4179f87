package org.ringside.db;

/** The versions of PostgreSQL that storage is tested on. */
public enum PostgresVersion {
  /** The one that Ringside brings. */
  EMBEDDED,
  /** Debian's 15, the oldest that is supported; tests are skipped where it is not installed. */
  DEBIAN_15
}
