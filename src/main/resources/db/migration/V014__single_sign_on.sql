-- Single sign-on by OpenID Connect: an organisation's provider, and whom it vouches for.

create table single_sign_on (
  organisation integer     primary key references organisation,
  issuer       text        not null check (issuer ~ '^https?://' and length(issuer) <= 300),
  client_id    text        not null check (length(client_id) between 1 and 200),
  secret       bytea       check (length(secret) between 1 and 2000),
  settings     jsonb       not null check (pg_column_size(settings) <= 100000),
  changed_at   timestamptz not null
);
comment on table single_sign_on is 'The identity provider by which people of an organisation may sign in.';
comment on column single_sign_on.issuer is 'the provider, as its discovery document and its tokens spell it';
comment on column single_sign_on.client_id is 'what the provider knows this server as';
comment on column single_sign_on.secret is 'sealed secret of the client; null for a public one';
comment on column single_sign_on.settings is
  'what of a claim becomes what here, as the API spells it: sites and teams by their codes';

create table account_identity (
  organisation integer     not null,
  issuer       text        not null check (length(issuer) between 1 and 300),
  subject      text        not null check (length(subject) between 1 and 255),
  account      integer     not null,
  linked_at    timestamptz not null,
  primary key (organisation, issuer, subject),
  unique (organisation, account, issuer),
  foreign key (organisation, account) references account
);
comment on table account_identity is 'Who an account is at an identity provider.';
comment on column account_identity.subject is 'the provider''s own name for the person, which it gives to nobody else';

alter table session add column factor_vouched boolean not null default false;
comment on column session.factor_vouched is
  'whether an identity provider vouched for a second factor when it was opened';

select bind_to_organisation('single_sign_on');
select bind_to_organisation('account_identity');

grant select, insert, update, delete on single_sign_on to ${app};
grant select, insert, delete on account_identity to ${app};
