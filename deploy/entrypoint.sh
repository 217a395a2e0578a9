#!/bin/sh
# Deployment: starts the part of the town that the argument names. Secrets are files, and only here become environment:
# so they stand in no manifest, and in nothing that `inspect` shows.
set -eu

secrets="${SECRETS_DIR:-/run/secrets}"
for name in DATABASE_URL SESSION_SECRET OIDC_CLIENT_SECRET; do
  if [ -r "$secrets/$name" ]; then export "$name=$(cat "$secrets/$name")"; fi
done

part="${1:-}"
[ $# -eq 0 ] || shift
case "$part" in
  # Migrating needs the database and nothing else; as in production it would ask for all that serving needs.
  migrate) unset NODE_ENV && exec node server/dist/bin/migrate.js ;;
  api) exec node server/dist/bin/api.js ;;
  jobs) exec node server/dist/bin/jobs.js ;;
  collab) exec node collab/dist/bin/collab.js ;;
  admin) exec node server/dist/bin/admin.js "$@" ;;
  *) echo "api, jobs, collab, migrate or admin; '$part' is none of them" >&2 && exit 64 ;;
esac
