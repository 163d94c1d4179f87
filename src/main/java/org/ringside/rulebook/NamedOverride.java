package org.ringside.rulebook;

/** Who let a rule book pass in spite of a warning, and why (R12). */
public record NamedOverride(String name, String reason) {}
