-- Displays on walls, each paired by a manager with the code that it showed.

create table screen (
  organisation    integer     not null references organisation,
  screen          integer     generated always as identity check (screen > 0),
  name            text        not null check (length(name) between 1 and 100),
  site            integer,
  playlist        text        not null check (length(playlist) between 2 and 2000),
  family          uuid        not null,
  secret          bytea       check (length(secret) = 32),
  offered         bytea[]     not null default '{}' check (cardinality(offered) <= 4),
  paired_at       timestamptz not null,
  paired_by       text        not null check (length(paired_by) between 1 and 100),
  last_seen_at    timestamptz,
  last_address    text        check (length(last_address) <= 100),
  device          text        check (length(device) <= 200),
  alarm_at        timestamptz,
  alarm_reason    text        check (alarm_reason in ('REUSED_TOKEN', 'TWO_ADDRESSES')),
  alarm_addresses text[]      check (cardinality(alarm_addresses) between 1 and 8),
  revoked_at      timestamptz,
  primary key (organisation, screen),
  unique (organisation, family),
  foreign key (organisation, site) references site,
  check ((alarm_at is null) = (alarm_reason is null) and (alarm_at is null) = (alarm_addresses is null)),
  check ((secret is null) = (last_seen_at is null))
);
comment on table screen is 'A display on a wall: may watch what its playlist says, until it is revoked.';
comment on column screen.site is 'the site that it hangs in; null: of the whole organisation';
comment on column screen.playlist is 'what it shows and so may see, as JSON';
comment on column screen.family is 'name of all its tokens, random: who knows it has seen one of them';
comment on column screen.secret is 'SHA-256 of the token that it showed last; null: it has shown none yet';
comment on column screen.offered is 'SHA-256 of the tokens that it was given since and has not shown yet, the newest last; any other of its family was copied';
comment on column screen.paired_by is 'who paired it, as the audit log calls them';
comment on column screen.last_seen_at is 'when it renewed last, about every ten minutes';
comment on column screen.last_address is 'network address that it came from then';
comment on column screen.device is 'what its browser called itself then';
comment on column screen.alarm_at is 'since when an alarm stands; null: none';
comment on column screen.alarm_addresses is 'network addresses from which it was used';

-- "All that are paired", and those revoked lately.
create index screen_paired on screen (organisation) where revoked_at is null;

select bind_to_organisation('screen');

grant select, insert, update on screen to ${app};
