package org.ringside.organisation;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;

/** The tenants; the scorer holds them and alone changes them. */
public interface Organisations {
  @Nullable Organisation find(int number);

  Collection<Organisation> all();

  /**
   * Since when a tenant keeps facts; null where it keeps all. What was counted of before stands in
   * the tallies alone.
   */
  @Nullable Instant factsSince(int number);

  /**
   * The one that somebody at the door means: of that code, or the only one where none is named;
   * null where there is none.
   */
  default @Nullable Organisation meant(@Nullable String code) {
    if (code == null) {
      return all().size() == 1 ? all().iterator().next() : null;
    }
    return all().stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
  }

  /**
   * Changes a tenant's settings. A change of what decides where and whether something counts (zone,
   * service day, thresholds) books the whole log anew.
   */
  Future<Organisation> change(Organisation changed, Act act);

  /**
   * Adds a tenant, and gives it its number.
   *
   * @param fresh its number is not looked at; refused where its code is taken
   */
  Future<Organisation> found(Organisation fresh, Act act);
}
