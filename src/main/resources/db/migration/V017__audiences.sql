-- Whom the board of a contest names to whom (R30). What there is already goes on naming everybody.

alter table series
  add column floor_names text not null default 'all' check (floor_names in ('all', 'top', 'me')),
  add column floor_top   smallint check (floor_top between 1 and 100),
  add column wall_names  text not null default 'all'
    check (wall_names in ('all', 'top', 'upper_half')),
  add column wall_top    smallint check (wall_top between 1 and 100),
  add check ((floor_names = 'top') = (floor_top is not null)),
  add check ((wall_names = 'top') = (wall_top is not null));
alter table series alter column floor_names drop default, alter column wall_names drop default;
comment on column series.floor_names is 'who is named to those who have signed in';
comment on column series.floor_top is 'ranks from the first that are named to them; null where it is not about the first';
comment on column series.wall_names is 'who is named on screens and to whoever has not signed in';
comment on column series.wall_top is 'ranks from the first that are named there; null where it is not about the first';

alter table contest
  add column floor_names text not null default 'all' check (floor_names in ('all', 'top', 'me')),
  add column floor_top   smallint check (floor_top between 1 and 100),
  add column wall_names  text not null default 'all'
    check (wall_names in ('all', 'top', 'upper_half')),
  add column wall_top    smallint check (wall_top between 1 and 100),
  add check ((floor_names = 'top') = (floor_top is not null)),
  add check ((wall_names = 'top') = (wall_top is not null));
alter table contest alter column floor_names drop default, alter column wall_names drop default;
comment on column contest.floor_names is 'who is named to those who have signed in';
comment on column contest.floor_top is 'ranks from the first that are named to them; null where it is not about the first';
comment on column contest.wall_names is 'who is named on screens and to whoever has not signed in';
comment on column contest.wall_top is 'ranks from the first that are named there; null where it is not about the first';
