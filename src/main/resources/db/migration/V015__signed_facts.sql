-- A source may sign what it sends (Standard Webhooks) instead of bearing a key.

alter table source add column hook uuid not null default gen_random_uuid();
create unique index source_hook on source (hook);
comment on column source.hook is
  'address to which it sends what it signs: 122 random bits, which name neither the organisation nor the source';

alter table source_key add column sealed bytea check (length(sealed) between 1 and 1000);
comment on table source_key is 'What a source proves itself by: keys that it bears, secrets that it signs with.';
comment on column source_key.key_hash is
  'SHA-256 of the key or secret; a key is shown once and never stored';
comment on column source_key.sealed is
  'a signing secret, sealed with the key that is not in the database; null for a key that is borne';

-- A secret that signs is none to bear.
create or replace function source_key_owner(in_hash bytea)
returns table (organisation integer, source text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select k.organisation, s.name
  from public.source_key k
  join public.source s on s.organisation = k.organisation and s.source = k.source
  where k.key_hash = in_hash and k.revoked_at is null and k.sealed is null;
end;
revoke all on function source_key_owner from public;
grant execute on function source_key_owner to ${app};

create function source_hook_owner(in_hook uuid)
returns table (organisation integer, source text, key_hash bytea, sealed bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select s.organisation, s.name, k.key_hash, k.sealed
  from public.source s
  left join public.source_key k on k.organisation = s.organisation and k.source = s.source
    and k.revoked_at is null and k.sealed is not null
  where s.hook = in_hook;
end;
comment on function source_hook_owner is
  'Whose address that is, and the secrets that sign for it, one a row: who signs has not said yet where it belongs.';
revoke all on function source_hook_owner from public;
grant execute on function source_hook_owner to ${app};
