-- The floor: sites, teams, agents, what sources call them, who was where, which team owned which queue.
-- Spans are half-open, [valid_from, valid_to), and open ends are infinite.

create table site (
  organisation integer not null references organisation,
  site         integer not null check (site > 0),
  code         text    not null check (length(code) between 1 and 64),
  name         text    not null check (length(name) between 1 and 100),
  primary key (organisation, site),
  unique (organisation, code)
);
comment on table site is 'A place where teams work.';
comment on column site.site is 'number in the organisation, given out once';
comment on column site.code is 'what the customer calls it; the id of the API';

create table team (
  organisation integer not null references organisation,
  team         integer not null check (team > 0),
  code         text    not null check (length(code) between 1 and 64),
  name         text    not null check (length(name) between 1 and 100),
  site         integer,
  primary key (organisation, team),
  unique (organisation, code),
  foreign key (organisation, site) references site
);
comment on table team is 'A team.';
comment on column team.team is 'number in the organisation, given out once';
comment on column team.code is 'what the customer calls it; the id of the API';
comment on column team.site is 'where it works now, null where nobody said';

create table agent (
  organisation integer not null references organisation,
  agent        integer not null check (agent > 0),
  code         text    not null check (length(code) between 1 and 64),
  name         text    not null check (length(name) between 1 and 100),
  primary key (organisation, agent),
  unique (organisation, code)
);
comment on table agent is 'Somebody who handles contacts.';
comment on column agent.agent is 'number in the organisation, given out once';
comment on column agent.code is 'staff number; the id of the API';

create table alias (
  organisation integer     not null,
  spelling     text        not null check (length(spelling) between 1 and 64),
  source       text        not null check (length(source) <= 64),
  agent        integer     not null,
  valid_from   timestamptz not null,
  valid_to     timestamptz not null check (valid_from < valid_to),
  primary key (organisation, spelling, source, valid_from),
  foreign key (organisation, agent) references agent
);
comment on table alias is 'How sources spell an agent, when (R8).';
comment on column alias.source is 'name of the one source that spells it so, empty for any';
comment on column alias.valid_from is 'first instant at which the spelling means the agent';
comment on column alias.valid_to is 'first instant at which it no longer does';

-- Text has no range type and no exclusion without an extension: that aliases of a spelling and
-- owners of a queue do not overlap is held by the one writer. Agents are numbers, so that their
-- memberships can be held apart here as well.
create table membership (
  organisation integer     not null,
  agent        integer     not null,
  team         integer     not null,
  valid_from   timestamptz not null,
  valid_to     timestamptz not null check (valid_from < valid_to),
  primary key (organisation, agent, valid_from),
  foreign key (organisation, agent) references agent,
  foreign key (organisation, team) references team,
  constraint one_team_at_a_time exclude using gist (
    int8range(organisation::bigint << 32 | agent, organisation::bigint << 32 | agent, '[]') with &&,
    tstzrange(valid_from, valid_to) with &&)
    deferrable initially deferred
);
comment on table membership is 'Who was in which team, when (R8).';
comment on column membership.valid_from is 'first instant in the team';
comment on column membership.valid_to is 'first instant no longer in it';

create table queue_owner (
  organisation integer     not null,
  queue        text        not null check (length(queue) between 1 and 64),
  team         integer     not null,
  valid_from   timestamptz not null,
  valid_to     timestamptz not null check (valid_from < valid_to),
  primary key (organisation, queue, valid_from),
  foreign key (organisation, team) references team
);
comment on table queue_owner is 'Which team owned a queue, when: it takes the facts of no known agent (R8, R8a).';
comment on column queue_owner.queue is 'as sources spell it';
comment on column queue_owner.valid_from is 'first instant of the ownership';
comment on column queue_owner.valid_to is 'first instant behind it';

grant select, insert, update on site, team, agent to ${app};
grant select, insert, delete on alias, membership, queue_owner to ${app};
