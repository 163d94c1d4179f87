package org.ringside.person;

import org.jspecify.annotations.Nullable;

/**
 * One person of an organisation, who is an agent of its roster, has an account, or both.
 *
 * @param agent number of the agent, null for none
 * @param account number of the account, null for none
 */
public record Person(@Nullable Integer agent, @Nullable Integer account) {
  public Person {
    if (agent == null && account == null) {
      throw new IllegalArgumentException("nobody");
    }
  }

  /** For the record, and without a name: {@code agent:7} or {@code account:17}. */
  public String subject() {
    return agent == null ? actor() : "agent:" + agent;
  }

  /** How the account is called in the audit log; empty without one. */
  public String actor() {
    return account == null ? "" : "account:" + account;
  }
}
