-- Planned shifts are timed when they were planned: whoever reads a window of the log needs those of
-- any time (FactSql, IN_FORCE).
create index fact_planned on fact (organisation, time) where type = 'shift.planned';
