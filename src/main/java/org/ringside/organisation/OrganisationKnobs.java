package org.ringside.organisation;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ringside.frame.Knob;

/** What can be said about the first organisation before there is one. */
public final class OrganisationKnobs {
  /** Later it is changed with {@code PUT /api/v1/organisation}. */
  public static final Knob<ZoneId> ZONE =
      new Knob<>(
          "RINGSIDE_ZONE",
          "",
          Optional.of("Asia/Shanghai"),
          "an IANA time zone",
          "Asia/Shanghai",
          "Zone of the organisation that a fresh database gets.",
          false,
          OrganisationKnobs::zone);

  public static final List<Knob<?>> ALL = List.of(ZONE);

  private OrganisationKnobs() {}

  private static Optional<ZoneId> zone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.of(ZoneId.of(text))
        : Optional.empty();
  }
}
