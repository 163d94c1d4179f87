package org.ringside.frame;

/** What an endpoint asks of whoever calls it. */
public enum Permission {
  /** Nobody needs to say who they are. */
  PUBLIC,
  /** Boards and standings: open where the organisation shows them publicly. */
  WATCH,
  /** Posting facts and heartbeats: source keys, and administrators for any source. */
  SEND_FACTS,
  /** Setting up and reading everything of one's organisation. */
  ADMINISTER
}
