-- For how long facts and acts are kept: the tallies stay when the facts beneath them are gone, and the
-- chain of the audit log begins behind what was removed.

alter table retention drop constraint retention_kind_check;
alter table retention add constraint retention_kind_check
  check (kind in ('sessions', 'refusals', 'facts', 'audit'));
alter table retention add constraint retention_least_check
  check (days is null or days >= case kind when 'facts' then 62 when 'audit' then 365 else 1 end);
comment on column retention.kind is
  'sessions: sign-ins that are over and links that are used or too old; refusals: of facts, in memory; facts: the log of them; audit: the log of acts';

-- Facts.

create table fact_horizon (
  organisation integer     primary key references organisation,
  starts       timestamptz not null
);
comment on table fact_horizon is 'Since when an organisation keeps facts; no row: since ever. What was tallied of before is never counted anew.';
comment on column fact_horizon.starts is
  'start of a service day as the calendar was then; facts timed before it are removed, but for shifts planned into the time behind it';

select bind_to_organisation('fact_horizon');
grant select on fact_horizon to ${app};

-- A change of the calendar may give a day of before to what happened behind the horizon: both count.
alter table tally add column sealed boolean not null default false;
alter table tally drop constraint tally_pkey;
alter table tally add primary key (organisation, day, agent, team, owner, queue, direction, channel, sealed);
comment on column tally.sealed is
  'set aside by a change of the calendar, because the facts beneath are gone; all of the days before the horizon is never counted anew either';

comment on table fact_identity is 'What is known of an id, for ever: outlives the payload (R1).';
comment on column fact_identity.digest is
  'SHA-256 over type, UTC milliseconds, subject and canonical data; empty once the fact was removed';

-- Late facts go with the facts.
create index late_fact_seq on late_fact (organisation, seq);

create function seal_facts(in_organisation integer, in_at timestamptz, in_starts timestamptz)
  returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  before constant timestamptz :=
    (select h.starts from fact_horizon h where h.organisation = in_organisation);
begin
  if in_organisation is distinct from current_organisation() then
    raise exception 'facts of organisation % are sealed under %', in_organisation,
      current_organisation();
  end if;
  if in_starts > least(in_at, now()) - interval '1488 hours' then
    raise exception 'facts are kept for 62 days at least';
  end if;
  if before = in_starts then
    return;
  end if;
  if before > in_starts then
    raise exception 'facts are kept since %, which never moves back', before;
  end if;
  insert into fact_horizon values (in_organisation, in_starts)
    on conflict (organisation) do update set starts = excluded.starts;
  perform audit(in_organisation, in_at, 'system', 'facts.sealed', 'facts', since_text(before),
    since_text(in_starts), null, '');
end
$$;
comment on function seal_facts is
  'Moves on since when facts are kept, and notes it in the log of acts: what is before may be removed then.';

create function since_text(since timestamptz) returns text
language sql stable parallel safe as $$
  select case when since is null then null else json_build_object('since',
    to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))::text end
$$;

-- Rows are found by the whole key, whatever is known of the tables.
create function remove_facts(in_organisation integer, in_seqs bigint[], in_times timestamptz[])
  returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  kept_since constant timestamptz :=
    (select h.starts from fact_horizon h where h.organisation = in_organisation);
begin
  if in_organisation is distinct from current_organisation() then
    raise exception 'facts of organisation % are removed under %', in_organisation,
      current_organisation();
  end if;
  if exists (select from unnest(in_times) as gone (time)
      where kept_since is null or gone.time is null or gone.time >= kept_since) then
    raise exception 'facts since % are kept', kept_since;
  end if;
  update fact_identity i set digest = ''
  from unnest(in_seqs, in_times) as gone (seq, time)
  join fact f on f.organisation = in_organisation and f.seq = gone.seq and f.time = gone.time
  where i.organisation = in_organisation and i.source = f.source and i.id = f.id and i.seq = f.seq;
  delete from late_fact l using unnest(in_seqs, in_times) as gone (seq, time)
  join fact f on f.organisation = in_organisation and f.seq = gone.seq and f.time = gone.time
  where l.organisation = in_organisation and l.seq = gone.seq;
  delete from fact f using unnest(in_seqs, in_times) as gone (seq, time)
  where f.organisation = in_organisation and f.seq = gone.seq and f.time = gone.time;
end
$$;
comment on function remove_facts is
  'Removes facts that are before the horizon; that their ids were known stays.';

-- As before, and also of facts that were removed, or replaced by one that is kept: nobody knows any more
-- whose those were, so every id of theirs in which a spelling stands becomes a hash.
create or replace function hide_fact_ids(in_organisation integer, in_subjects text[], in_pattern text)
  returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  key constant bytea :=
    (select o.customer_key from organisation o where o.organisation = in_organisation);
  kept_since constant timestamptz :=
    (select h.starts from fact_horizon h where h.organisation = in_organisation);
  sources integer[];
  ids     text[];
  instead text[];
begin
  perform require_erasure(in_organisation);
  select array_agg(source), array_agg(id),
    array_agg('former-' || left(encode(sha256(key || convert_to(id, 'UTF8')), 'hex'), 40))
  into sources, ids, instead
  from (
    select f.source, f.id
    from fact f
    where f.organisation = in_organisation and f.subject = any(in_subjects) and f.id ~ in_pattern
    union
    select i.source, i.id
    from fact_identity i
    where i.organisation = in_organisation and i.time < kept_since and i.digest = ''
      and i.id ~ in_pattern
    union
    select f.source, f.id
    from fact f
    where f.organisation = in_organisation and f.prior_time < kept_since and f.id ~ in_pattern
      and not exists (select from fact p
        where p.organisation = in_organisation and p.seq = f.prior_seq)) as naming;
  if ids is null then
    return;
  end if;
  update fact f set id = h.instead
  from unnest(sources, ids, instead) as h (source, id, instead)
  where f.organisation = in_organisation and f.source = h.source and f.id = h.id;
  update fact_identity i set id = h.instead
  from unnest(sources, ids, instead) as h (source, id, instead)
  where i.organisation = in_organisation and i.source = h.source and i.id = h.id;
end
$$;

-- Acts.

create table audit_anchor (
  organisation integer primary key references organisation,
  seq          bigint  not null check (seq > 0),
  hash         bytea   not null check (length(hash) = 32)
);
comment on table audit_anchor is 'What the oldest entry of the audit log follows from; no row: nothing was before it.';
comment on column audit_anchor.seq is 'number of the last entry that was removed';
comment on column audit_anchor.hash is 'its hash, which the entry behind it is sealed to';

create table audit_redaction_anchor (
  organisation integer not null,
  by_seq       bigint  not null,
  seal         bytea   not null check (length(seal) = 32),
  primary key (organisation, by_seq),
  foreign key (organisation, by_seq) references audit_entry
);
comment on table audit_redaction_anchor is 'Where the seal over redacted entries goes on, of which the first were removed.';
comment on column audit_redaction_anchor.by_seq is 'the entry that redacted them';
comment on column audit_redaction_anchor.seal is 'the seal as far as those that were removed';

select bind_to_organisation('audit_anchor');
select bind_to_organisation('audit_redaction_anchor');
grant select on audit_anchor, audit_redaction_anchor to ${app};

-- An entry is removed with all before it, and with an entry that says so.
create function audit_shorten(in_organisation integer, in_at timestamptz, in_before timestamptz,
  in_most integer) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head    audit_head;
  anchor  audit_anchor;
  one     audit_redaction;
  through bigint;
  sealing bytea;
begin
  if in_organisation is distinct from current_organisation() then
    raise exception 'the acts of organisation % are removed under %', in_organisation,
      current_organisation();
  end if;
  -- A day less than a year: the clocks of the server and of the database need not agree.
  if in_before > least(in_at, now()) - interval '8736 hours' then
    raise exception 'acts are kept for a year at least';
  end if;
  select * into head from audit_head where organisation = in_organisation for update;
  select * into anchor from audit_anchor where organisation = in_organisation;
  anchor.seq := coalesce(anchor.seq, 0);
  select least(coalesce(min(kept.seq) - 1, head.seq), anchor.seq + in_most) into through
  from (
    select e.seq from audit_entry e where e.organisation = in_organisation and e.at >= in_before
    order by e.seq limit 1) as kept;
  if head.seq is null or through <= anchor.seq then
    return 0;
  end if;
  select e.hash into sealing from audit_entry e
  where e.organisation = in_organisation and e.seq = through;
  perform audit(in_organisation, in_at, 'system', 'audit.shortened', 'audit', null,
    json_build_object('through', through, 'hash', encode(sealing, 'hex'))::text, null, '');
  for one in
      select * from audit_redaction r
      where r.organisation = in_organisation and r.seq <= through and r.by_seq > through
      order by r.by_seq, r.seq loop
    insert into audit_redaction_anchor as a
    values (in_organisation, one.by_seq, audit_seal(''::bytea, one.seq, one.hash))
    on conflict (organisation, by_seq) do update set seal = audit_seal(a.seal, one.seq, one.hash);
  end loop;
  delete from audit_redaction_anchor where organisation = in_organisation and by_seq <= through;
  delete from audit_redaction where organisation = in_organisation and seq <= through;
  delete from audit_entry where organisation = in_organisation and seq <= through;
  insert into audit_anchor values (in_organisation, through, sealing)
    on conflict (organisation) do update set seq = excluded.seq, hash = excluded.hash;
  return through - anchor.seq;
end
$$;
comment on function audit_shorten is
  'Removes the oldest entries of the log of acts, those of before an instant and at most so many; gives how many.';

-- The seal of a redaction, made anew from what is left of its rows.
create function audit_seal_from(before bytea, start bytea, seq bigint, hash bytea) returns bytea
language sql immutable parallel safe
return audit_seal(coalesce(before, start), seq, hash);
create aggregate audit_seal_on(bytea, bigint, bytea) (sfunc = audit_seal_from, stype = bytea);

drop aggregate audit_seal_of(bigint, bytea);

-- As before, from the anchor on.
create or replace function audit_redact(in_organisation integer, in_at timestamptz, in_actor text,
  in_subject text, in_reason text, in_address text, in_account text,
  in_words text[], in_instead text[], in_names text[], in_name_instead text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head    audit_head;
  entry   audit_entry;
  was     audit_entry;
  prior   bytea;
  changed bigint[] := '{}';
  hashes  bytea[] := '{}';
  seal    bytea := ''::bytea;
  noted   bigint;
begin
  perform require_erasure(in_organisation);
  perform require_former(in_name_instead);
  perform require_former(instead) from unnest(in_instead) as instead;
  select * into head from audit_head where organisation = in_organisation for update;
  prior := coalesce(
    (select a.hash from audit_anchor a where a.organisation = in_organisation),
    decode(repeat('00', 32), 'hex'));
  for entry in select * from audit_entry where organisation = in_organisation order by seq loop
    was := entry;
    if entry.actor = in_account then
      entry.address := '';
    end if;
    for i in 1 .. cardinality(in_words) loop
      entry.subject := case when entry.subject = in_words[i] then in_instead[i] else entry.subject end;
      entry.before := call_otherwise(entry.act, entry.before, in_words[i], in_instead[i]);
      entry.after := call_otherwise(entry.act, entry.after, in_words[i], in_instead[i]);
      entry.reason := case when length(in_words[i]) > 3
        then replace(entry.reason, in_words[i], in_instead[i]) else entry.reason end;
    end loop;
    for i in 1 .. cardinality(in_names) loop
      entry.before := name_otherwise(entry.before, in_names[i], in_name_instead);
      entry.after := name_otherwise(entry.after, in_names[i], in_name_instead);
      entry.reason := replace(entry.reason, in_names[i], in_name_instead);
    end loop;
    entry.reason := left(entry.reason, 500);
    if entry is distinct from was then
      update audit_entry set subject = entry.subject, before = entry.before, after = entry.after,
        reason = entry.reason, address = entry.address
      where organisation = in_organisation and seq = entry.seq;
      changed := array_append(changed, entry.seq);
      hashes := array_append(hashes, audit_hash(prior, in_organisation, entry.seq, entry.at, entry.actor,
        entry.act, entry.subject, entry.before, entry.after, entry.reason, entry.address));
      seal := sha256(seal || int8send(entry.seq) || hashes[cardinality(hashes)]);
    end if;
    prior := entry.hash;
  end loop;
  noted := audit(in_organisation, in_at, in_actor, 'person.anonymised', in_subject, null,
    json_build_object('redacted', cardinality(changed), 'seal', encode(seal, 'hex'))::text,
    in_reason, in_address);
  insert into audit_redaction
    select in_organisation, seq, noted, hash from unnest(changed, hashes) as one (seq, hash);
  return noted;
end
$$;

revoke all on function seal_facts, since_text, remove_facts, audit_shorten, audit_seal_from, audit_seal_on
  from public;
grant execute on function seal_facts, remove_facts, audit_shorten, audit_seal_from, audit_seal_on to ${app};
