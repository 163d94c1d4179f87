-- Who may append for a shard of organisations, fenced by a term.
create table writer (
  shard    int         primary key check (shard >= 0),
  term     bigint      not null check (term > 0),
  owner    text        not null check (length(owner) between 1 and 200),
  taken_at timestamptz not null default now()
);

comment on table writer is 'The one server that appends for a shard. Only a taking changes a row.';
comment on column writer.shard is 'Number of the group of organisations, from 0.';
comment on column writer.term is 'Rises by one each time that somebody takes the shard.';
comment on column writer.owner is 'Host and process that took it, for whoever finds it taken.';
comment on column writer.taken_at is 'Instant of the taking.';

-- The share lock makes a taker wait for every transaction that has passed this check: none of an
-- earlier term can commit after a later term is visible.
create function assert_term(in_shard int, in_term bigint) returns void
language plpgsql as $$
declare
  current_term bigint;
begin
  select term into current_term from writer where shard = in_shard for share;
  if current_term is distinct from in_term then
    raise exception 'shard % is written under term %, not %', in_shard, current_term, in_term
      using errcode = 'RS001';
  end if;
end
$$;

comment on function assert_term(int, bigint) is
  'Fails with SQLSTATE RS001 unless the term is the shard''s current one.';

revoke all on function assert_term(int, bigint) from public;
grant execute on function assert_term(int, bigint) to ${app};
grant select, insert, update on writer to ${app};
