-- Contests of the same window and grace count the same: their sheets are kept once, under the number of the first of them.

create table shared_sheets (
  organisation integer not null,
  contest      integer not null,
  sheets       integer not null check (sheets <> contest),
  primary key (organisation, contest),
  foreign key (organisation, contest) references contest,
  foreign key (organisation, sheets) references contest
);
comment on table shared_sheets is 'Contests without sheets of their own: they count by those of an older contest of the same window and grace.';
comment on column shared_sheets.sheets is 'number of the contest under which the sheets are kept';
comment on column sheet.contest is 'number of the contest under which the sheets of its window are kept, see shared_sheets';

grant select, insert on shared_sheets to ${app};
