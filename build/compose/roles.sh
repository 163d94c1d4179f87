#!/usr/bin/env bash
# Run once by the database container: the owner that migrates, and the application's role without DDL.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner_password="$RINGSIDE_OWNER_PASSWORD" --set app_password="$RINGSIDE_APP_PASSWORD" <<'SQL'
create role ringside_owner login password :'owner_password';
create role ringside_app login password :'app_password';
create database ringside owner ringside_owner encoding 'UTF8' template template0;
revoke all on database ringside from public;
grant connect on database ringside to ringside_app;
SQL
