#!/bin/bash
# Run once by the image, on the first start with an empty volume: a role and a database for each of the two that keep data here.
# psql reads the passwords from the environment itself, so that they stand in no process list and in no log.
set -euo pipefail
psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv isnad_password ISNAD_DB_PASSWORD
\getenv keycloak_password KEYCLOAK_DB_PASSWORD
CREATE ROLE isnad LOGIN PASSWORD :'isnad_password';
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak_password';
CREATE DATABASE isnad OWNER isnad;
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE isnad FROM PUBLIC;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
