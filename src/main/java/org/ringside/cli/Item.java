package org.ringside.cli;

import org.ringside.source.SourceFact;

/** A fact and the line of the file that it comes from. */
record Item(SourceFact fact, String where) {}
