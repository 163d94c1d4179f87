package org.ringside.source.asterisk;

/**
 * An agent was in one state from one second to another.
 *
 * @param state as the facts name it: {@code ready}, {@code not_ready}, {@code on_contact}
 * @param reason why not ready; empty where none was given
 */
record Spell(String agent, String state, String reason, long from, long to) {}
