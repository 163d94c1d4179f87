package org.ringside.frame;

/**
 * A right that an endpoint asks of whoever calls it. Who has which is in the table of roles, see
 * {@code account/Role}.
 */
public enum Permission {
  /** Nobody needs to say who they are. */
  PUBLIC("read what is nobody's secret"),
  /** Boards, standings and the meaning of metrics. */
  WATCH("watch boards and standings"),
  /** Facts and heartbeats: machines alone, see rule R1a. */
  SEND_FACTS("send facts and heartbeats"),
  /** One's own account: sessions, password, second factor. */
  SIGNED_IN("see and change one's own account"),
  READ_FLOOR("see sites, teams and agents"),
  EDIT_FLOOR("change the roster"),
  READ_CONTESTS("see contests, series and rule books"),
  MANAGE_CONTESTS("make contests, series and rule books"),
  READ_REPORTS("read reports"),
  READ_SCREENS("see the screens on walls"),
  MANAGE_SCREENS("pair, change and revoke screens"),
  READ_SOURCES("see sources and what was refused of them"),
  MANAGE_SOURCES("register sources and handle their keys"),
  READ_ORGANISATION("see the organisation's settings"),
  CHANGE_ORGANISATION("change the organisation's settings"),
  READ_PEOPLE("see people, their roles and how they sign in"),
  MANAGE_PEOPLE("invite people, give them roles and set up single sign-on"),
  PERSONAL_DATA("export and anonymise people"),
  READ_AUDIT("read and export the audit log"),
  /** Of the platform, not of an organisation. */
  FOUND_ORGANISATIONS("found organisations and invite their first administrator");

  private final String about;

  Permission(String about) {
    this.about = about;
  }

  /** What it allows, as the end of "may …". */
  public String about() {
    return about;
  }
}
