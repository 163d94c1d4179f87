-- Row security: the second wall between organisations, should a statement ever forget its where.
-- The application's role sees and writes the rows of the one organisation that its transaction speaks
-- for, and none before it has said so.

-- Evaluated once per statement, because the policies ask for it in a subselect. Empty is what is left
-- of a setting whose transaction is over.
create function current_organisation() returns integer
language sql stable parallel safe
return nullif(current_setting('ringside.organisation', true), '')::integer;
comment on function current_organisation is
  'The organisation that this transaction speaks for: set_config(''ringside.organisation'', …, true). Null if it has not said so.';
revoke all on function current_organisation from public;
grant execute on function current_organisation to ${app};

-- Security is forced, so that nobody is exempt without a written policy. The owner has one: without it
-- the data steps of later migrations, and functions that run as the owner, would find every table
-- empty and succeed in doing nothing. What a policy lets be seen it also lets be written (no separate
-- with check).
create function bind_to_organisation(bound regclass) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  app   constant text    := $role$${app}$role$;
  owner constant regrole := (select relowner from pg_class where oid = bound);
begin
  execute format('alter table %s enable row level security, force row level security', bound);
  execute format(
    'create policy rows_of_one_organisation on %s to %s
     using (organisation = (select public.current_organisation()))', bound, app);
  execute format('create policy all_rows_for_the_owner on %s to %s using (true)', bound, owner);
end
$$;
comment on function bind_to_organisation is
  'For migrations: every table with a column organisation is bound by it in the step that makes the table.';
revoke all on function bind_to_organisation from public;

-- Of fact the partitions are not bound: the application reaches them through fact alone, having no
-- right to any of them.
select bind_to_organisation(bound)
from unnest('{
  organisation, source, source_key,
  fact_identity, fact, late_fact, checkpoint, tally, sheet, shared_sheets, stranger,
  site, team, agent, alias, membership, queue_owner,
  rule_book, series, contest
}'::regclass[]) as bound;

-- What must be known before it is known who speaks. Each answers one question and no more.

create function organisation_numbers() returns setof integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select organisation from public.organisation order by organisation;
end;
comment on function organisation_numbers is
  'Which organisations there are: the scorer and the check go through them one by one.';
revoke all on function organisation_numbers from public;
grant execute on function organisation_numbers to ${app};

create function source_key_owner(in_hash bytea) returns table (organisation integer, source text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select k.organisation, s.name
  from public.source_key k
  join public.source s on s.organisation = k.organisation and s.source = k.source
  where k.key_hash = in_hash and k.revoked_at is null;
end;
comment on function source_key_owner is
  'Whom a source''s key speaks for, by the key''s SHA-256: who shows a key has not said yet where it belongs.';
revoke all on function source_key_owner from public;
grant execute on function source_key_owner to ${app};
