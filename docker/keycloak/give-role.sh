#!/bin/sh
# give-role.sh ADDRESS [ROLE]: gives a registered member a role of the forum, without ROLE that of the admin.
set -eu

member=${1:?the address of a registered member is missing}
role=${2:-admin}
keycloak=${KEYCLOAK_HOME:-/opt/keycloak}
session=$(mktemp)
trap 'rm -f "$session"' EXIT

"$keycloak/bin/kcadm.sh" config credentials --config "$session" --server "http://localhost:${KC_HTTP_PORT:-8080}" \
  --realm master --user "$KC_BOOTSTRAP_ADMIN_USERNAME" \
  --password "$(cat "${SECRETS:-/run/secrets}/keycloak_admin_password")"
"$keycloak/bin/kcadm.sh" add-roles --config "$session" -r hilft --uusername "$member" --rolename "$role"
echo "$member has the role $role now."
