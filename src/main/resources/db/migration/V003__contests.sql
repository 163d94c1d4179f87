-- Rule books, series and contests: by which rules who competes, over which window.
-- All three are added and never changed: what is to be different is a new rule book, series or contest.

create table rule_book (
  organisation integer     not null references organisation,
  rule_book    integer     not null check (rule_book > 0),
  name         text        not null check (length(name) between 1 and 120),
  direction    text        not null check (direction in ('in', 'out')),
  hash         bytea       not null check (length(hash) = 32),
  content      text        not null check (length(content) between 2 and 100000),
  override_name   text     check (length(override_name) between 1 and 120),
  override_reason text     check (length(override_reason) between 1 and 500),
  created_at   timestamptz not null,
  created_by   text        not null check (length(created_by) between 1 and 120),
  primary key (organisation, rule_book),
  check ((override_name is null) = (override_reason is null))
);
comment on table rule_book is 'How metrics become points (R9): numbered, immutable, hashed.';
comment on column rule_book.rule_book is 'number within the organisation, rises by one';
comment on column rule_book.direction is 'whether the floor that it was checked for mostly takes or mostly makes calls (R12)';
comment on column rule_book.hash is 'SHA-256 of the rules in their canonical form; proved whenever content is read';
comment on column rule_book.content is 'the rules as JSON, numbers as plain decimals';
comment on column rule_book.override_name is 'who let it pass in spite of a warning, null if nobody had to';
comment on column rule_book.override_reason is 'and why';
comment on column rule_book.created_by is 'name of the credential that posted it';

create table series (
  organisation integer     not null,
  series       integer     not null check (series > 0),
  name         text        not null check (length(name) between 1 and 120),
  cadence      text        not null check (cadence in ('week', 'month')),
  competitors  text        not null check (competitors in ('team', 'agent')),
  listed       integer[]   not null,
  site         integer,
  rule_book    integer     not null,
  zone         text        not null check (length(zone) between 1 and 60),
  day_start    time        not null,
  week_start   smallint    not null check (week_start between 1 and 7),
  month_start  smallint    not null check (month_start between 1 and 28),
  since        timestamptz not null,
  primary key (organisation, series),
  unique (organisation, name, cadence, competitors),
  foreign key (organisation, rule_book) references rule_book,
  check (cardinality(listed) = 0 or site is null)
);
comment on table series is 'Opens a contest for every week or month by itself.';
comment on column series.series is 'number within the organisation, rises by one';
comment on column series.listed is 'numbers of the teams or agents that compete; empty: all of the site, or all';
comment on column series.site is 'number of the site whose teams or agents compete; null: of every site';
comment on column series.zone is 'IANA zone in which its weeks and months are';
comment on column series.day_start is 'wall-clock time at which its days start';
comment on column series.week_start is 'ISO weekday at which its weeks start, 1 = Monday';
comment on column series.month_start is 'day of the month at which its months start';
comment on column series.since is 'when it was made: its first contest is of the period in which this lies';

create table contest (
  organisation integer     not null,
  contest      integer     not null check (contest > 0),
  series       integer,
  name         text        not null check (length(name) between 1 and 120),
  cadence      text        not null check (cadence in ('week', 'month', 'dates')),
  competitors  text        not null check (competitors in ('team', 'agent')),
  listed       integer[]   not null,
  site         integer,
  rule_book    integer     not null,
  zone         text        not null check (length(zone) between 1 and 60),
  day_start    time        not null,
  week_start   smallint    not null check (week_start between 1 and 7),
  month_start  smallint    not null check (month_start between 1 and 28),
  period       text        not null check (length(period) between 1 and 60),
  starts       timestamptz not null,
  ends         timestamptz not null check (ends > starts),
  grace_end    timestamptz not null check (grace_end >= ends),
  opened_at    timestamptz not null default now(),
  primary key (organisation, contest),
  unique (organisation, series, starts),
  foreign key (organisation, rule_book) references rule_book,
  foreign key (organisation, series) references series,
  check (cardinality(listed) = 0 or site is null)
);
comment on table contest is 'Who competes by which rule book over which window.';
comment on column contest.contest is 'number within the organisation, rises by one';
comment on column contest.series is 'the series that opened it, null for a single contest';
comment on column contest.listed is 'numbers of the teams or agents that compete; empty: all of the site, or all';
comment on column contest.site is 'number of the site whose teams or agents compete; null: of every site';
comment on column contest.zone is 'IANA zone that its window was computed in';
comment on column contest.day_start is 'wall-clock time at which its days start';
comment on column contest.week_start is 'ISO weekday at which its weeks start, 1 = Monday';
comment on column contest.month_start is 'day of the month at which its months start';
comment on column contest.period is 'name of its window: 2026-W47, 2026-11, or from/to dates';
comment on column contest.starts is 'first instant inside the window';
comment on column contest.ends is 'first instant behind the window';
comment on column contest.grace_end is 'until when late facts and corrections still count (R5)';
comment on column contest.opened_at is 'for the record only; nothing is decided by it';

-- Nobody opens the same single contest twice.
create unique index contest_single on contest (organisation, name, competitors, starts)
  where series is null;

-- The scorer's start reads the contests that are not long over.
create index contest_grace on contest (organisation, grace_end);

grant select, insert on rule_book, series, contest to ${app};
