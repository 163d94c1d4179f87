-- The audit log: who did what, when, to what, why. Append-only, each entry sealed into the next.

create table audit_entry (
  organisation integer     not null references organisation,
  seq          bigint      not null check (seq > 0),
  at           timestamptz not null,
  actor        text        not null check (length(actor) between 1 and 120),
  act          text        not null check (act ~ '^[a-z-]+\.[a-z-]+$'),
  subject      text        not null check (length(subject) <= 200),
  before       text        check (length(before) <= 1000000),
  after        text        check (length(after) <= 1000000),
  reason       text        check (length(reason) <= 500),
  address      text        not null check (length(address) <= 100),
  hash         bytea       not null check (length(hash) = 32),
  primary key (organisation, seq)
);
comment on table audit_entry is 'Every act that changes a score, a right or a reward.';
comment on column audit_entry.seq is 'rises by one within the organisation';
comment on column audit_entry.actor is 'who: account:17, source:pbx-1, bootstrap, or system';
comment on column audit_entry.act is 'what: a thing and a verb, as in account.invited';
comment on column audit_entry.subject is 'to what: the number, code or name of the thing';
comment on column audit_entry.before is 'JSON of what changed, as it was; null where there was nothing';
comment on column audit_entry.after is 'JSON of what changed, as it is; null where nothing is left';
comment on column audit_entry.address is 'network address of whoever called, empty for the server itself';
comment on column audit_entry.hash is 'SHA-256 over the hash before it and all other columns, see audit_hash';

-- The log is read from its newest entry back, and by act or actor.
create index audit_actor on audit_entry (organisation, actor, seq);
create index audit_subject on audit_entry (organisation, subject, seq);

create table audit_head (
  organisation integer primary key references organisation,
  seq          bigint  not null check (seq >= 0),
  hash         bytea   not null check (length(hash) = 32)
);
comment on table audit_head is 'The newest entry of each organisation; its row lock puts acts into one order.';
comment on column audit_head.seq is '0 before the first entry, whose prior hash is 32 zero bytes';

-- A text with its length before it, so that no two lists of fields read the same.
create function audit_field(value text) returns bytea
language sql immutable parallel safe as $$
  select case when value is null then '-'::bytea
              else convert_to(octet_length(convert_to(value, 'UTF8')) || ':' || value, 'UTF8') end
$$;

create function audit_hash(prior bytea, organisation integer, seq bigint, at timestamptz, actor text,
  act text, subject text, before text, after text, reason text, address text) returns bytea
language sql immutable parallel safe as $$
  select sha256(prior
    || audit_field(organisation::text) || audit_field(seq::text)
    || audit_field((extract(epoch from at) * 1000000)::bigint::text)
    || audit_field(actor) || audit_field(act) || audit_field(subject)
    || audit_field(before) || audit_field(after) || audit_field(reason) || audit_field(address))
$$;
comment on function audit_hash is 'What seals an entry to the one before it.';

-- The only way to add an entry: the application can neither write nor change the tables.
create function audit(in_organisation integer, in_at timestamptz, in_actor text, in_act text,
  in_subject text, in_before text, in_after text, in_reason text, in_address text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head audit_head;
  made bytea;
begin
  if in_organisation is distinct from current_organisation() then
    raise exception 'an act of organisation % is noted under %', in_organisation,
      current_organisation();
  end if;
  insert into audit_head values (in_organisation, 0, decode(repeat('00', 32), 'hex'))
    on conflict do nothing;
  select * into head from audit_head where organisation = in_organisation for update;
  made := audit_hash(head.hash, in_organisation, head.seq + 1, in_at, in_actor, in_act, in_subject,
    in_before, in_after, in_reason, in_address);
  insert into audit_entry values (in_organisation, head.seq + 1, in_at, in_actor, in_act, in_subject,
    in_before, in_after, in_reason, in_address, made);
  update audit_head set seq = head.seq + 1, hash = made where organisation = in_organisation;
  return head.seq + 1;
end
$$;
comment on function audit is 'Notes an act in the transaction that does it.';

select bind_to_organisation('audit_entry');
select bind_to_organisation('audit_head');

revoke all on function audit(integer, timestamptz, text, text, text, text, text, text, text) from public;
grant execute on function audit(integer, timestamptz, text, text, text, text, text, text, text) to ${app};
grant select on audit_entry, audit_head to ${app};
