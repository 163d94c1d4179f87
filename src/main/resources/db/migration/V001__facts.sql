-- Organisations, sources, the fact log, and the checkpoints that are made from it.
-- The application's role reads and appends; what it may change is granted table by table.

create table organisation (
  organisation  integer     primary key check (organisation > 0),
  name          text        not null check (length(name) between 1 and 120),
  zone          text        not null,
  day_start     time        not null,
  week_start    smallint    not null check (week_start between 1 and 7),
  month_start   smallint    not null check (month_start between 1 and 28),
  currency      char(3)     not null check (currency ~ '^[A-Z]{3}$'),
  short_inbound_ms  integer not null check (short_inbound_ms between 0 and 600000),
  valid_outbound_ms integer not null check (valid_outbound_ms between 0 and 600000),
  missed_ring_ms    integer not null check (missed_ring_ms between 0 and 600000),
  public_boards boolean     not null,
  customer_key  bytea       not null check (length(customer_key) = 32),
  created_at    timestamptz not null
);
comment on table organisation is 'A tenant. Owns everything; nothing crosses it.';
comment on column organisation.zone is 'IANA zone of its service days';
comment on column organisation.day_start is 'wall-clock time at which a service day starts';
comment on column organisation.week_start is 'ISO weekday, 1 = Monday';
comment on column organisation.month_start is 'day of the month at which a month starts';
comment on column organisation.short_inbound_ms is 'inbound talk below this is a short call, milliseconds';
comment on column organisation.valid_outbound_ms is 'outbound talk from this on is a valid call, milliseconds';
comment on column organisation.missed_ring_ms is 'a ring unanswered for this long is really missed, milliseconds';
comment on column organisation.public_boards is 'whether boards may be watched without a credential';
comment on column organisation.customer_key is 'key of the keyed hash that stands for a customer';

create table source (
  organisation integer     not null references organisation,
  source       integer     not null check (source > 0),
  name         text        not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$'),
  apart        boolean     not null,
  aggregated   boolean     not null,
  service_from time,
  service_to   time,
  heard_until  timestamptz,
  seen_at      timestamptz,
  created_at   timestamptz not null,
  primary key (organisation, source),
  unique (organisation, name)
);
comment on table source is 'A system that sends facts.';
comment on column source.apart is 'hold and wrap-up come as facts of their own, not inside leg.ended';
comment on column source.aggregated is 'sends totals of a day, not single calls';
comment on column source.service_from is 'start of the daily hours in which silence means something, in the organisation''s zone';
comment on column source.service_to is 'end of the daily service hours';
comment on column source.heard_until is 'watermark: the later of the newest fact''s time and the last heartbeat';
comment on column source.seen_at is 'when it last sent anything';

create table source_key (
  organisation integer     not null,
  source       integer     not null,
  key_hash     bytea       primary key check (length(key_hash) = 32),
  hint         text        not null,
  created_at   timestamptz not null,
  revoked_at   timestamptz,
  foreign key (organisation, source) references source
);
comment on column source_key.key_hash is 'SHA-256 of the key; the key itself is shown once and never stored';
comment on column source_key.hint is 'the first characters, to tell keys apart';

create table fact_identity (
  organisation integer     not null,
  source       integer     not null,
  id           text        not null check (length(id) between 1 and 200),
  revision     bigint      not null check (revision between 0 and 9007199254740991),
  digest       bytea       not null,
  seq          bigint      not null,
  time         timestamptz not null,
  primary key (organisation, source, id)
);
comment on table fact_identity is 'What is known of an id, for ever: outlives the payload (R1).';
comment on column fact_identity.digest is 'SHA-256 over type, UTC milliseconds, subject and canonical data';
comment on column fact_identity.seq is 'where in the log the highest revision stands';
comment on column fact_identity.time is 'event time of the highest revision: finds its partition';

create table fact (
  organisation integer     not null,
  seq          bigint      not null check (seq > 0),
  time         timestamptz not null,
  received     timestamptz not null,
  source       integer     not null,
  id           text        not null,
  revision     bigint      not null,
  type         text        not null,
  subject      text,
  data         text        not null,
  prior_seq    bigint,
  prior_time   timestamptz,
  primary key (organisation, seq, time)
) partition by range (time);
comment on table fact is 'The log: every revision of every fact, append-only, by month of event time (UTC).';
comment on column fact.seq is 'position in the organisation''s log; rises, with gaps where a repeat took a number';
comment on column fact.subject is 'the agent as the source spells it';
comment on column fact.data is 'canonical JSON, exactly what the digest covers; customers appear as keyed hashes';
comment on column fact.prior_seq is 'the revision that this one replaced';

-- Reports and rebuilding read a window of event time.
create index fact_time on fact using brin (time) with (pages_per_range = 32);

create function open_fact_month(month date) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  first date := date_trunc('month', month)::date;
  name  text := format('fact_%s', to_char(first, 'YYYYMM'));
begin
  if first < date '1990-01-01' or first > (now() + interval '40 days')::date then
    raise exception 'no partition for %', first;
  end if;
  if to_regclass(format('public.%I', name)) is not null then
    return;
  end if;
  execute format(
    'create table public.%I partition of public.fact for values from (%L) to (%L)',
    name,
    first::timestamp at time zone 'UTC',
    (first + interval '1 month')::timestamp at time zone 'UTC');
end
$$;
comment on function open_fact_month is 'Makes the partition of a month, so that the application needs no right to create tables.';
revoke all on function open_fact_month from public;

create table checkpoint (
  organisation integer primary key references organisation,
  seq          bigint  not null check (seq >= 0)
);
comment on table checkpoint is 'The position in the log up to which tally, sheet and stranger contain the facts.';

create table tally (
  organisation integer not null,
  day          date    not null,
  agent        integer not null,
  team         integer not null,
  queue        text    not null,
  direction    text    not null,
  channel      text    not null,
  counters     jsonb   not null,
  primary key (organisation, day, agent, team, queue, direction, channel)
);
comment on table tally is 'Counters per service day and place; a checkpoint of the log.';
comment on column tally.agent is '0 where no agent is known';
comment on column tally.team is '0 where the fact belongs to the organisation alone';
comment on column tally.queue is 'empty where the fact names none';
comment on column tally.counters is 'counter name to integer: counts, milliseconds, minor currency units, tenths';

create table sheet (
  organisation integer not null,
  contest      integer not null,
  agent        integer not null,
  team         integer not null,
  counters     jsonb   not null,
  primary key (organisation, contest, agent, team)
);
comment on table sheet is 'Counters of a contest per agent and team; a checkpoint of the log under the same position.';

create table stranger (
  organisation integer     not null,
  source       text        not null,
  subject      text        not null,
  facts        bigint      not null,
  first_time   timestamptz not null,
  last_time    timestamptz not null,
  primary key (organisation, source, subject)
);
comment on table stranger is 'Spellings of agents that no alias knows, and how many facts they have.';

create table late_fact (
  organisation integer not null,
  contest      integer not null,
  seq          bigint  not null,
  primary key (organisation, contest, seq)
);
comment on table late_fact is 'Facts that came after a contest''s grace had ended: not in its score, kept for a correction.';

create function counters_plus(a jsonb, b jsonb) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(name, amount), '{}')
  from (
    select name, sum(amount::bigint) as amount
    from (select * from jsonb_each_text(a) union all select * from jsonb_each_text(b))
         as both_of_them (name, amount)
    group by name
    having sum(amount::bigint) <> 0) as added
$$;
comment on function counters_plus is 'Adds two sets of counters name by name; what comes to zero is left out.';

grant select, insert, update on organisation, source, source_key to ${app};
grant select, insert, update on fact_identity, checkpoint to ${app};
grant select, insert on fact, late_fact to ${app};
grant select, insert, update, delete on tally, sheet, stranger to ${app};
grant execute on function open_fact_month to ${app};
