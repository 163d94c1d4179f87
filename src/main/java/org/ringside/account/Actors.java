package org.ringside.account;

/** How accounts are called as principals and in the audit log. */
public final class Actors {
  private Actors() {}

  public static String of(int account) {
    return "account:" + account;
  }
}
