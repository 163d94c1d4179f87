package org.ringside.account;

import static org.ringside.frame.Permission.CHANGE_ORGANISATION;
import static org.ringside.frame.Permission.EDIT_FLOOR;
import static org.ringside.frame.Permission.MANAGE_CONTESTS;
import static org.ringside.frame.Permission.MANAGE_PEOPLE;
import static org.ringside.frame.Permission.MANAGE_SCREENS;
import static org.ringside.frame.Permission.MANAGE_SOURCES;
import static org.ringside.frame.Permission.PERSONAL_DATA;
import static org.ringside.frame.Permission.READ_AUDIT;
import static org.ringside.frame.Permission.READ_CONTESTS;
import static org.ringside.frame.Permission.READ_FLOOR;
import static org.ringside.frame.Permission.READ_ORGANISATION;
import static org.ringside.frame.Permission.READ_PEOPLE;
import static org.ringside.frame.Permission.READ_REPORTS;
import static org.ringside.frame.Permission.READ_SCREENS;
import static org.ringside.frame.Permission.READ_SOURCES;
import static org.ringside.frame.Permission.SIGNED_IN;
import static org.ringside.frame.Permission.WATCH;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.ringside.frame.Permission;
import org.ringside.frame.Reach;

/**
 * The table of roles: who may do what. It is the only one; {@code docs/access.md} shows it, and a
 * test holds the two together.
 *
 * <p>A role is given for the organisation, a site or a team. Rights {@code inScope} are about that
 * part; rights {@code everywhere} are about the whole organisation, whatever the role was given
 * for. Whoever needs more than one role has more than one: no role contains another, so that who
 * sets up sources does not by that decide contests.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets are of nobody else, and never changed
public enum Role {
  AGENT(Of.PART, everywhere(WATCH, SIGNED_IN), inScope()),
  LEADER(Of.PART, everywhere(WATCH, SIGNED_IN), inScope(READ_FLOOR, READ_REPORTS)),
  QUALITY(Of.PART, everywhere(WATCH, SIGNED_IN), inScope(READ_FLOOR, READ_REPORTS)),
  MANAGER(
      Of.PART,
      everywhere(WATCH, SIGNED_IN, READ_CONTESTS, READ_SOURCES, READ_ORGANISATION),
      inScope(READ_FLOOR, READ_REPORTS, MANAGE_CONTESTS, READ_SCREENS, MANAGE_SCREENS)),
  ADMINISTRATOR(
      Of.WHOLE,
      everywhere(
          WATCH,
          SIGNED_IN,
          READ_FLOOR,
          EDIT_FLOOR,
          READ_CONTESTS,
          READ_SCREENS,
          MANAGE_SCREENS,
          READ_SOURCES,
          MANAGE_SOURCES,
          READ_ORGANISATION,
          CHANGE_ORGANISATION,
          READ_PEOPLE,
          MANAGE_PEOPLE,
          PERSONAL_DATA,
          READ_AUDIT),
      inScope()),
  AUDITOR(
      Of.WHOLE,
      everywhere(
          WATCH,
          SIGNED_IN,
          READ_FLOOR,
          READ_CONTESTS,
          READ_REPORTS,
          READ_SCREENS,
          READ_SOURCES,
          READ_ORGANISATION,
          READ_PEOPLE,
          READ_AUDIT),
      inScope());

  private enum Of {
    PART,
    WHOLE
  }

  private final Of of;
  private final Set<Permission> everywhere;
  private final Set<Permission> inScope;

  Role(Of of, Set<Permission> everywhere, Set<Permission> inScope) {
    this.of = of;
    this.everywhere = everywhere;
    this.inScope = inScope;
  }

  /** Whether it may be given for a site or a team, and not only for the whole organisation. */
  public boolean canBePartial() {
    return of == Of.PART;
  }

  /** Whether its holders decide about others, and therefore need a second factor. */
  public boolean decides() {
    return this == MANAGER || this == ADMINISTRATOR;
  }

  /** The rights of a holder. */
  public Map<Permission, Reach> rights(Reach scope) {
    Map<Permission, Reach> rights = new EnumMap<>(Permission.class);
    inScope.forEach(right -> rights.put(right, scope));
    everywhere.forEach(right -> rights.put(right, Reach.EVERYWHERE));
    return rights;
  }

  private static Set<Permission> everywhere(Permission... rights) {
    return inScope(rights);
  }

  private static Set<Permission> inScope(Permission... rights) {
    Set<Permission> set = EnumSet.noneOf(Permission.class);
    set.addAll(Set.of(rights));
    return set;
  }
}
