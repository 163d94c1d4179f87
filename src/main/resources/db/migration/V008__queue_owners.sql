-- A tally says who owned the queue, so that what is the queue's doing counts for its owner, whichever team the agent was in.
-- Tallies and open sheets are made anew from the facts when the server starts, because another version of the booking made them.

truncate tally;
alter table tally add column owner integer not null check (owner >= 0);
alter table tally drop constraint tally_pkey;
alter table tally add primary key (organisation, day, agent, team, owner, queue, direction, channel);
comment on column tally.owner is 'team that owned the queue, 0 where nobody did or the fact names none';

alter table organisation add column booked_by integer not null default 0 check (booked_by >= 0);
comment on column organisation.booked_by is 'version of the booking that made its tallies and open sheets, 0 from before versions had numbers';
