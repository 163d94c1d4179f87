-- People who sign in: their accounts, roles, sessions and one-time links.

alter table organisation add column code text;
update organisation set code = 'org-' || organisation;
alter table organisation alter column code set not null;
alter table organisation add constraint organisation_code_shape
  check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$');
create unique index organisation_code on organisation (code);
comment on column organisation.code is 'short name by which people say at sign-in which organisation they belong to';
alter table organisation add column second_factor boolean not null default true;
comment on column organisation.second_factor is 'whether managers and administrators must have a second factor';

create table account (
  organisation  integer     not null references organisation,
  account       integer     generated always as identity check (account > 0),
  login         text        not null check (length(login) between 1 and 120),
  name          text        not null check (length(name) between 1 and 100),
  agent         integer,
  password      text        check (length(password) between 20 and 300),
  totp          bytea,
  totp_pending  bytea,
  totp_step     bigint      not null default 0,
  active        boolean     not null default true,
  created_at    timestamptz not null,
  primary key (organisation, account),
  unique (organisation, login),
  unique (organisation, agent),
  foreign key (organisation, agent) references agent
);
comment on table account is 'Somebody who may sign in.';
comment on column account.login is 'what is typed at sign-in, lower case and NFC: a staff number or an e-mail address';
comment on column account.agent is 'the agent that this person is; null: no "me"';
comment on column account.password is 'argon2id in PHC form; null until an invitation is redeemed';
comment on column account.totp is 'sealed secret of the second factor; null: none';
comment on column account.totp_pending is 'sealed secret that waits for its first code';
comment on column account.totp_step is 'the last step of 30 s whose code was used: none is taken twice';
comment on column account.active is 'false: may not sign in any more';

create table account_role (
  organisation integer not null,
  account      integer not null,
  role         text    not null check (role in
    ('agent', 'leader', 'quality', 'manager', 'administrator', 'auditor')),
  site         integer,
  team         integer,
  unique nulls not distinct (organisation, account, role, site, team),
  foreign key (organisation, account) references account,
  foreign key (organisation, site) references site,
  foreign key (organisation, team) references team,
  check (site is null or team is null)
);
comment on table account_role is 'Which role a person has where.';
comment on column account_role.site is 'the site that the role is about; null with team null: the organisation';
comment on column account_role.team is 'the team that the role is about';

create table session (
  organisation integer     not null,
  session      uuid        not null,
  account      integer     not null,
  secret       bytea       not null check (length(secret) = 32),
  prior_secret bytea       check (length(prior_secret) = 32),
  rotated_at   timestamptz not null,
  created_at   timestamptz not null,
  ends_at      timestamptz not null,
  address      text        not null check (length(address) <= 100),
  device       text        not null check (length(device) <= 200),
  ended_at     timestamptz,
  ended_why    text        check (length(ended_why) <= 40),
  primary key (organisation, session),
  foreign key (organisation, account) references account,
  check ((ended_at is null) = (ended_why is null))
);
comment on table session is 'A sign-in: lives as long as its refresh token is turned over, at most until ends_at.';
comment on column session.secret is 'SHA-256 of the present refresh token';
comment on column session.prior_secret is 'SHA-256 of the one before it: shown again, it was stolen';
comment on column session.device is 'what the browser called itself';

-- "My sessions", and ending all of an account.
create index session_account on session (organisation, account) where ended_at is null;

create table one_time_link (
  organisation integer     not null,
  secret       bytea       not null check (length(secret) = 32),
  account      integer     not null,
  purpose      text        not null check (purpose in ('invitation', 'reset')),
  created_at   timestamptz not null,
  ends_at      timestamptz not null,
  used_at      timestamptz,
  primary key (organisation, secret),
  foreign key (organisation, account) references account
);
comment on table one_time_link is 'Lets an account choose its password, once.';
comment on column one_time_link.secret is 'SHA-256 of the token in the link; the token itself is shown once and never stored';

select bind_to_organisation('account');
select bind_to_organisation('account_role');
select bind_to_organisation('session');
select bind_to_organisation('one_time_link');

grant select, insert, update on account, session, one_time_link to ${app};
grant select, insert, delete on account_role to ${app};
