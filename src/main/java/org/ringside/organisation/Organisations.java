package org.ringside.organisation;

import io.vertx.core.Future;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The tenants; the scorer holds them and alone changes them. */
public interface Organisations {
  @Nullable Organisation find(int number);

  Collection<Organisation> all();

  /**
   * Changes a tenant's settings. A change of what decides where and whether something counts (zone,
   * service day, thresholds) books the whole log anew.
   */
  Future<Organisation> change(Organisation changed);
}
