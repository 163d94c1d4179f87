package org.ringside.account;

import java.util.LinkedHashSet;
import java.util.List;

/** The roles of an account after its owner came in by an identity provider. Pure. */
final class VouchedRoles {
  private static final Assignment ADMINISTRATOR = Assignment.everywhere(Role.ADMINISTRATOR);

  private VouchedRoles() {}

  /** Those of an account that is made now. */
  static List<Assignment> first(Voucher voucher) {
    return voucher.trust().administrators()
        ? voucher.roles()
        : voucher.roles().stream().filter(one -> one.role() != Role.ADMINISTRATOR).toList();
  }

  /**
   * Those of an account that was there before.
   *
   * @param now the present ones
   * @param lastAdministrator whether nobody else administrates: then that role stays
   */
  static List<Assignment> next(Voucher voucher, List<Assignment> now, boolean lastAdministrator) {
    if (!voucher.trust().replaceRoles()) {
      return now;
    }
    var next = new LinkedHashSet<>(first(voucher));
    boolean stays = lastAdministrator || !voucher.trust().administrators();
    if (stays && now.contains(ADMINISTRATOR)) {
      next.add(ADMINISTRATOR);
    }
    return List.copyOf(next);
  }
}
