#!/bin/sh
# Deployment: the login that serves. A member of the role that can add to the log and the audit trail and change neither;
# it owns nothing. PostgreSQL's image runs this once, when the volume is empty.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/WEB_PASSWORD)" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role faellesrum_app nologin;
create role web login password :'password' in role faellesrum_app;
SQL
