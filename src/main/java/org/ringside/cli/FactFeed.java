package org.ringside.cli;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an input into batches of facts. */
interface FactFeed extends Closeable {

  /** The next batch, perhaps without facts; null at the end of the input. */
  @Nullable Batch next() throws IOException, InterruptedException, Failure;

  /** How much of the input was read, from 0 to 1; negative where it has no end. */
  double share() throws IOException;
}
