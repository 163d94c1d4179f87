package org.ringside.frame;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as far as the credential says.
 *
 * @param organisation the tenant that every look-up of this call is bound to; it comes from the
 *     credential and never from a path or a body
 * @param name for the record, for instance {@code bootstrap} or {@code source:pbx-1}
 * @param source the one source that a source key speaks for, null for people
 */
public record Principal(
    int organisation, String name, @Nullable String source, Set<Permission> permissions) {
  public boolean may(Permission permission) {
    return permission == Permission.PUBLIC || permissions.contains(permission);
  }
}
