package org.ringside.fact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Fact;

/**
 * A well-formed fact on its way into the log.
 *
 * @param source name of the system that sent it
 * @param id made from the source's own keys; with the source it is the fact's identity for ever
 *     (R1)
 * @param revision 0 to 2⁵³−1
 * @param type wire name, {@code fact.voided} for a void
 * @param timeMs when it happened, UTC milliseconds
 * @param subject the agent as the source spells it
 * @param data canonical JSON
 * @param digest SHA-256 over type, time, subject and data
 * @param fact what the fact means to the counters; null for a void
 */
@SuppressWarnings("ArrayRecordComponent") // a digest is its bytes; equality is by identity() below
public record Incoming(
    String source,
    String id,
    long revision,
    String type,
    long timeMs,
    @Nullable String subject,
    String data,
    byte[] digest,
    @Nullable Fact fact)
    implements Received {

  /** What two deliveries of the same fact share. */
  public record Identity(String source, String id) {}

  public Identity identity() {
    return new Identity(source, id);
  }

  /** Equal content (R1): nothing that is scored or shown differs. */
  public boolean sameContentAs(Incoming other) {
    return Arrays.equals(digest, other.digest);
  }
}
