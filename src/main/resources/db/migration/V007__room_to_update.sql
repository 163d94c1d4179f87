-- These rows change every few seconds. With room on their pages a new version stays beside the old one: no index is written, and the old one goes without a vacuum.

alter table tally set (fillfactor = 50);
alter table sheet set (fillfactor = 50);
