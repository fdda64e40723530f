#!/bin/sh
# Makes the secrets that compose.yml hands out as files. What is there already stays as it is.
# Run it as root: each file can then be read by the containers' user (10001) and nobody else.
set -eu

umask 077
folder=${1:-$(dirname "$0")/secrets}
mkdir -p "$folder"

write() {
  file=$folder/$1
  if [ -e "$file" ]; then
    echo "kept     $file"
    cat >/dev/null
    return
  fi
  # moved into place when it is whole, so that a full disk leaves no half secret that would be kept
  cat >"$file.new"
  if [ "$(id -u)" = 0 ]; then
    chown 10001:10001 "$file.new"
  fi
  mv -n "$file.new" "$file"
  echo "written  $file"
}

random() {
  head -c 32 /dev/urandom
}

for name in mariadb_root_password database_password migration_password keycloak_database_password \
  keycloak_admin_password keycloak_client_secret keycloak_admin_client_secret; do
  random | od -An -v -tx1 | tr -d ' \n' | write "$name"
done
# the forum derives its keys from this one
random | base64 | write secret_key
# not ours to invent; empty means that there is none
for name in mail_password x_client_secret; do
  write "$name" </dev/null
done

if [ "$(id -u)" != 0 ]; then
  echo "Not run as root: give the files to user 10001, or the containers cannot read them." >&2
  echo "  sudo chown 10001:10001 $folder/*" >&2
fi
