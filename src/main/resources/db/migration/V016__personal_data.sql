-- Personal data: what is kept for how long, and who was taken out of everything.

create table retention (
  organisation integer not null references organisation,
  kind         text    not null check (kind in ('sessions', 'refusals')),
  days         integer check (days between 1 and 3660),
  primary key (organisation, kind)
);
comment on table retention is 'For how long an organisation keeps what; what is not named has the default.';
comment on column retention.kind is 'sessions: sign-ins that are over and links that are used or too old; refusals: of facts, in memory';
comment on column retention.days is 'days after which it goes; null: it stays';

-- What is over for so long, portion by portion.
create index session_over on session (organisation, (coalesce(ended_at, ends_at)));
create index one_time_link_over on one_time_link (organisation, (coalesce(used_at, ends_at)));

create table erasure (
  organisation integer     not null references organisation,
  erasure      integer     not null check (erasure > 0),
  agent        integer,
  account      integer,
  who          bytea       not null check (length(who) = 32),
  at           timestamptz not null,
  primary key (organisation, erasure),
  foreign key (organisation, agent) references agent,
  foreign key (organisation, account) references account,
  check (agent is not null or account is not null)
);
comment on table erasure is 'Who was anonymised: carried out again behind the restore of an older backup.';
comment on column erasure.erasure is 'number within the organisation, rises by one';
comment on column erasure.who is 'keyed hash of the staff number, or of the login where there was no agent: tells whether the number still means that person';

create table gone_spelling (
  organisation integer     not null references organisation,
  hash         bytea       not null check (length(hash) = 32),
  source       text        not null check (length(source) <= 64),
  valid_from   timestamptz not null,
  valid_to     timestamptz not null check (valid_from < valid_to),
  held         boolean     not null,
  primary key (organisation, hash, source, valid_from)
);
comment on table gone_spelling is 'How sources spelled people who were anonymised: facts that still say so are refused.';
comment on column gone_spelling.hash is 'keyed hash of the spelling';
comment on column gone_spelling.source is 'name of the one source that spelled it so, empty for any';
comment on column gone_spelling.valid_from is 'first instant at which it meant the person';
comment on column gone_spelling.valid_to is 'first instant at which it no longer did, at most that of the anonymising';
comment on column gone_spelling.held is 'nobody had ended it: refused also behind valid_to, while the roster gives it to nobody';

create table audit_redaction (
  organisation integer not null,
  seq          bigint  not null,
  by_seq       bigint  not null check (seq < by_seq),
  hash         bytea   not null check (length(hash) = 32),
  primary key (organisation, by_seq, seq),
  foreign key (organisation, seq) references audit_entry,
  foreign key (organisation, by_seq) references audit_entry
);
comment on table audit_redaction is 'Entries of the audit log in which a person was called otherwise afterwards.';
comment on column audit_redaction.by_seq is 'the entry that did it and seals what was done';
comment on column audit_redaction.hash is 'of the entry as it is since then, with the hash that the entry before it was written with';

-- What stands in an entry now is looked up by the newest redaction of it.
create index audit_redaction_of on audit_redaction (organisation, seq, by_seq);

select bind_to_organisation('retention');
select bind_to_organisation('erasure');
select bind_to_organisation('gone_spelling');
select bind_to_organisation('audit_redaction');

grant select, insert, update on retention to ${app};
grant select, insert on erasure, gone_spelling to ${app};
grant select on audit_redaction to ${app};
grant delete on session, one_time_link to ${app};

-- What is never changed is changed only for somebody whose erasure is noted in the same transaction,
-- in a table from which nobody deletes.
create function require_erasure(in_organisation integer) returns void
language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  if in_organisation is distinct from current_organisation() then
    raise exception 'something of organisation % is rewritten under %', in_organisation,
      current_organisation();
  end if;
  if not exists (select from erasure e where e.organisation = in_organisation
      and e.xmin::text::bigint = pg_current_xact_id()::text::bigint & 4294967295) then
    raise exception 'nobody of organisation % is being anonymised', in_organisation;
  end if;
end
$$;
comment on function require_erasure is 'Refuses where no erasure is noted in this transaction.';

-- What stands in the place of a word says that it does, and so can say nothing else.
create function require_former(instead text) returns void
language plpgsql immutable set search_path = pg_catalog, public, pg_temp as $$
begin
  if instead !~ '^former((-account)?-[0-9]+x*(-[0-9]+|-login)?| (agent|account) #[0-9]+)$' then
    raise exception 'nobody anonymised is called %', instead;
  end if;
end
$$;
comment on function require_former is 'Refuses what is no name of somebody who was anonymised.';

-- The shape and the numbers of JSON: what is left of it when its texts are emptied.
create function without_texts(said text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(said, '"([^"\\]|\\.)*"', '""', 'g')
$$;

-- Of the JSON of an act, the fields that say who somebody is. Words are replaced as whole values: a
-- login may well be the name of a role.
create function call_otherwise(act text, said text, word text, instead text) returns text
language sql immutable parallel safe as $$
  select case when said is null or position(to_json(word)::text in said) = 0 then said
    else replace(replace(replace(
        case act
          when 'roster.changed'
            then replace(said, '"id":' || to_json(word)::text, '"id":' || to_json(instead)::text)
          when 'series.opened' then replace(said, to_json(word)::text, to_json(instead)::text)
          else said end,
        '"login":' || to_json(word)::text, '"login":' || to_json(instead)::text),
        '"name":' || to_json(word)::text, '"name":' || to_json(instead)::text),
        '"agent":' || to_json(word)::text, '"agent":' || to_json(instead)::text) end
$$;

-- A name inside a text, or inside the JSON of one.
create function name_otherwise(said text, name text, instead text) returns text
language sql immutable parallel safe as $$
  select replace(said, substr(to_json(name)::text, 2, length(to_json(name)::text) - 2), instead)
$$;

-- Calls a person otherwise in the log of acts, and notes that act. Only words are replaced: the
-- application cannot put an entry of its own making in the place of another.
create function audit_redact(in_organisation integer, in_at timestamptz, in_actor text,
  in_subject text, in_reason text, in_address text, in_account text,
  in_words text[], in_instead text[], in_names text[], in_name_instead text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head    audit_head;
  entry   audit_entry;
  was     audit_entry;
  prior   bytea := decode(repeat('00', 32), 'hex');
  changed bigint[] := '{}';
  hashes  bytea[] := '{}';
  seal    bytea := ''::bytea;
  noted   bigint;
begin
  perform require_erasure(in_organisation);
  perform require_former(in_name_instead);
  perform require_former(instead) from unnest(in_instead) as instead;
  select * into head from audit_head where organisation = in_organisation for update;
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
comment on function audit_redact is
  'Replaces the words for a person in the audit log, and notes that with a seal over what is there since.';

-- The seal of a redaction, made anew from its rows.
create function audit_seal(before bytea, seq bigint, hash bytea) returns bytea
language sql immutable parallel safe
return sha256(before || int8send(seq) || hash);
create aggregate audit_seal_of(bigint, bytea) (sfunc = audit_seal, stype = bytea, initcond = '');

-- Calls a person otherwise in facts: texts alone can change, and no number.
create function rewrite_facts(in_organisation integer, in_seqs bigint[], in_times timestamptz[],
  in_subjects text[], in_data text[], in_digests bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform require_erasure(in_organisation);
  if exists (
      select from unnest(in_seqs, in_times, in_data) as said (seq, time, data)
      join fact f on f.organisation = in_organisation and f.seq = said.seq and f.time = said.time
      where without_texts(f.data) is distinct from without_texts(said.data)) then
    raise exception 'a number of a fact would change';
  end if;
  update fact_identity i set digest = said.digest
  from fact f, unnest(in_seqs, in_times, in_digests) as said (seq, time, digest)
  where f.organisation = in_organisation and f.seq = said.seq and f.time = said.time
    and i.organisation = f.organisation and i.source = f.source and i.id = f.id and i.seq = f.seq;
  update fact f set subject = said.subject, data = said.data
  from unnest(in_seqs, in_times, in_subjects, in_data) as said (seq, time, subject, data)
  where f.organisation = in_organisation and f.seq = said.seq and f.time = said.time;
end
$$;
comment on function rewrite_facts is
  'Puts another subject and other data in the place of those that named somebody.';

-- Some sources make the spelling of the agent a part of their ids.
create function hide_fact_ids(in_organisation integer, in_subjects text[], in_pattern text)
  returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  key constant bytea :=
    (select o.customer_key from organisation o where o.organisation = in_organisation);
  sources integer[];
  ids     text[];
  instead text[];
begin
  perform require_erasure(in_organisation);
  select array_agg(source), array_agg(id),
    array_agg('former-' || left(encode(sha256(key || convert_to(id, 'UTF8')), 'hex'), 40))
  into sources, ids, instead
  from (
    select distinct f.source, f.id
    from fact f
    where f.organisation = in_organisation and f.subject = any(in_subjects) and f.id ~ in_pattern)
    as naming;
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
comment on function hide_fact_ids is
  'Puts a keyed hash in the place of ids of a person''s facts in which a spelling of the person stands.';

-- Names in what is otherwise never changed.
create function forget_names(in_organisation integer, in_names text[], in_instead text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform require_erasure(in_organisation);
  for i in 1 .. cardinality(in_names) loop
    update rule_book set
      override_name = left(replace(override_name, in_names[i], in_instead), 120),
      override_reason = left(replace(override_reason, in_names[i], in_instead), 500)
    where organisation = in_organisation
      and (position(in_names[i] in override_name) > 0 or position(in_names[i] in override_reason) > 0);
  end loop;
end
$$;
comment on function forget_names is 'Calls a person otherwise where a rule book names whoever let it pass.';

revoke all on function require_erasure, require_former, without_texts, audit_redact, audit_seal, audit_seal_of, call_otherwise,
  name_otherwise, rewrite_facts, hide_fact_ids, forget_names
  from public;
grant execute on function audit_redact, audit_seal, audit_seal_of, rewrite_facts, hide_fact_ids, forget_names
  to ${app};
