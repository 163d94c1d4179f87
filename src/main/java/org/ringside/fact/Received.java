package org.ringside.fact;

/** What became of one fact of a request when it was read. */
public sealed interface Received permits Incoming, Refused {}
