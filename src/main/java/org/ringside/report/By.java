package org.ringside.report;

import org.jspecify.annotations.Nullable;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Place;
import org.ringside.floor.Site;
import org.ringside.floor.Team;

/** Whom a row is about. Each is known by a number, 0 for nobody. */
enum By {
  AGENT {
    @Override
    int of(Place place, Floor floor) {
      return place.agent();
    }

    @Override
    @Nullable String code(int no, Floor floor) {
      Agent agent = floor.agent(no);
      return agent == null ? null : agent.code();
    }
  },
  TEAM {
    @Override
    int of(Place place, Floor floor) {
      return place.team();
    }

    @Override
    @Nullable String code(int no, Floor floor) {
      Team team = floor.team(no);
      return team == null ? null : team.code();
    }
  },
  SITE {
    @Override
    int of(Place place, Floor floor) {
      Team team = floor.team(place.team());
      Integer site = team == null ? null : team.site();
      return site == null ? 0 : site;
    }

    @Override
    @Nullable String code(int no, Floor floor) {
      Site site = floor.site(no);
      return site == null ? null : site.code();
    }
  },
  /** One row, which is about the whole tenant. */
  ORGANISATION {
    @Override
    int of(Place place, Floor floor) {
      return 0;
    }

    @Override
    @Nullable String code(int no, Floor floor) {
      return null;
    }
  };

  /** The number of whom a place belongs to. */
  abstract int of(Place place, Floor floor);

  /** What the customer calls that one; null for nobody. */
  abstract @Nullable String code(int no, Floor floor);
}
