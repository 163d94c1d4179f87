package org.ringside.db;

import java.util.List;

/**
 * How the embedded PostgreSQL runs: durable before fast, sized for two cores that it shares. They
 * stand on its command line, so that a hand-edited {@code postgresql.conf} cannot take durability
 * away.
 */
final class PgSettings {
  static final List<String> ALL =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "listen_addresses=",
          "unix_socket_permissions=0700",
          "max_connections=50",
          "shared_buffers=256MB",
          "effective_cache_size=1GB",
          "work_mem=8MB",
          "maintenance_work_mem=64MB",
          // Months of facts are imported in one go: fewer checkpoints, at the price of disk.
          "max_wal_size=2GB",
          "checkpoint_timeout=10min",
          "max_worker_processes=4",
          "max_parallel_workers_per_gather=1",
          // Our statements are short and repeated: compiling them costs more than it saves.
          "jit=off",
          "random_page_cost=1.1",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_destination=stderr",
          "logging_collector=off",
          "log_line_prefix=%m [%p] %q%u@%d ",
          "log_checkpoints=off",
          "log_lock_waits=on",
          // A statement may carry a person's name or a secret.
          "log_min_error_statement=panic",
          "log_error_verbosity=terse",
          "log_parameter_max_length_on_error=0");

  private PgSettings() {}
}
