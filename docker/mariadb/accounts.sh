#!/bin/sh
# Runs once, when the data folder is new: two databases, and accounts that may no more than they must.
# The forum reads and writes rows; only the migration account and Keycloak's own may change a schema.
set -eu

secrets=${SECRETS:-/run/secrets}

secret() {
  value=$(cat "$secrets/$1")
  case $value in
    '' | *[\'\\]*)
      echo "accounts.sh: $secrets/$1 is empty or has a quote or backslash in it" >&2
      exit 1
      ;;
  esac
  printf %s "$value"
}

root=$(secret mariadb_root_password)
forum=$(secret database_password)
migration=$(secret migration_password)
keycloak=$(secret keycloak_database_password)

MYSQL_PWD=$root mariadb --socket="${SOCKET:-/run/mysqld/mysqld.sock}" --user=root <<SQL
create database if not exists hilft character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
create database if not exists keycloak character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
create user if not exists 'forum'@'%' identified by '$forum' with max_user_connections 80;
create user if not exists 'migration'@'%' identified by '$migration' with max_user_connections 10;
create user if not exists 'keycloak'@'%' identified by '$keycloak' with max_user_connections 40;
grant select, insert, update, delete on hilft.* to 'forum'@'%';
grant all privileges on hilft.* to 'migration'@'%';
grant all privileges on keycloak.* to 'keycloak'@'%';
SQL
