-- Keys that sign access tokens and results. They are the installation's, not an organisation's.

create table signing_key (
  kid            text        primary key check (kid ~ '^[A-Za-z0-9_-]{43}$'),
  purpose        text        not null check (purpose in ('access', 'result')),
  algorithm      text        not null check (algorithm = 'EdDSA'),
  public_key     jsonb       not null check (pg_column_size(public_key) <= 1000),
  sealed_private bytea       not null check (length(sealed_private) between 1 and 1000),
  created_at     timestamptz not null,
  signs_until    timestamptz not null check (created_at <= signs_until),
  trusted_until  timestamptz
);
comment on table signing_key is 'A key pair. Keys are never deleted: what one signed may have to be checked later.';
comment on column signing_key.kid is 'thumbprint of the public half (RFC 7638)';
comment on column signing_key.purpose is 'what it signs: access tokens, or results';
comment on column signing_key.public_key is 'public half, a JSON Web Key (RFC 8037)';
comment on column signing_key.sealed_private is 'private half, sealed with the key that is not in the database';
comment on column signing_key.signs_until is 'first instant at which it signs no more';
comment on column signing_key.trusted_until is 'first instant at which its signatures count no more; null for never';

grant select, insert on signing_key to ${app};
grant update (signs_until, trusted_until) on signing_key to ${app};
