package org.ringside.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachTest {
  @Test
  void site_covers_the_teams_that_work_there_and_no_others() {
    Reach site = Reach.ofSite(3);

    assertThat(site.coversSite(3)).isTrue();
    assertThat(site.coversTeam(8, 3)).isTrue();
    assertThat(site.coversTeam(8, 4)).isFalse();
    assertThat(site.coversTeam(8, null)).isFalse();
    assertThat(site.coversSite(4)).isFalse();
  }

  @Test
  void team_covers_itself_wherever_it_works_and_not_its_site() {
    Reach team = Reach.ofTeam(8);

    assertThat(team.coversTeam(8, 3)).isTrue();
    assertThat(team.coversTeam(8, null)).isTrue();
    assertThat(team.coversTeam(9, 3)).isFalse();
    assertThat(team.coversSite(3)).isFalse();
  }

  @Test
  void reaches_add_up_and_everywhere_swallows_the_rest() {
    Reach both = Reach.ofSite(3).plus(Reach.ofTeam(8));

    assertThat(both.coversTeam(8, 4)).isTrue();
    assertThat(both.coversTeam(9, 3)).isTrue();
    assertThat(both.coversTeam(9, 4)).isFalse();
    assertThat(both.plus(Reach.EVERYWHERE)).isEqualTo(Reach.EVERYWHERE);
    assertThat(Reach.NOWHERE.plus(both)).isEqualTo(both);
  }

  @Test
  void nowhere_covers_nothing() {
    assertThat(Reach.NOWHERE.isNowhere()).isTrue();
    assertThat(Reach.NOWHERE.coversTeam(1, 1)).isFalse();
    assertThat(Reach.ofTeam(1).isNowhere()).isFalse();
  }
}
