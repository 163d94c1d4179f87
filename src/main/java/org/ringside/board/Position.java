package org.ringside.board;

/** Where a client was: the epoch it saw and the last offset of it. */
record Position(String epoch, long offset) {}
