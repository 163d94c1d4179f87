-- These rows change every few seconds. With room on its page a new version mostly stays beside the old one: no index is written, and the old one goes without a vacuum. Tallies rest once their day is over, and are many: they get less room.

alter table tally set (fillfactor = 85);
alter table sheet set (fillfactor = 50);
