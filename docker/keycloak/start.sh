#!/bin/sh
# Keycloak and its realm read secrets from the environment only; it is filled here, out of the files that compose hands
# out, so that no secret stands in the container's configuration.
set -eu

secrets=${SECRETS:-/run/secrets}

KC_DB_PASSWORD=$(cat "$secrets/keycloak_database_password")
KC_BOOTSTRAP_ADMIN_PASSWORD=$(cat "$secrets/keycloak_admin_password")
HILFT_KEYCLOAK_CLIENT_SECRET=$(cat "$secrets/keycloak_client_secret")
HILFT_KEYCLOAK_ADMIN_CLIENT_SECRET=$(cat "$secrets/keycloak_admin_client_secret")
HILFT_MAIL_PASSWORD=$(cat "$secrets/mail_password")
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD HILFT_KEYCLOAK_CLIENT_SECRET \
  HILFT_KEYCLOAK_ADMIN_CLIENT_SECRET HILFT_MAIL_PASSWORD

# an account for SMTP means logging in there
if [ -n "${HILFT_MAIL_USER:-}" ]; then
  HILFT_MAIL_AUTH=true
  export HILFT_MAIL_AUTH
fi

# the data folder is in memory, and empty at each start; a realm that is there already is not imported again
keycloak=${KEYCLOAK_HOME:-/opt/keycloak}
mkdir -p "$keycloak/data/import"
cp "${REALM:-/opt/hilft/hilft-realm.json}" "$keycloak/data/import/"

exec "$keycloak/bin/kc.sh" start --optimized --import-realm "$@"
