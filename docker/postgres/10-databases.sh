#!/bin/bash
# Run once by the image, on the first start with an empty volume: the databases of the two that keep data here, each with its owner,
# and the role as which the application works, which owns nothing.
# psql reads the passwords from the environment itself, so that they stand in no process list and in no log.
set -euo pipefail
psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv isnad_password ISNAD_DB_PASSWORD
\getenv isnad_owner_password ISNAD_DB_OWNER_PASSWORD
\getenv keycloak_password KEYCLOAK_DB_PASSWORD
CREATE ROLE isnad LOGIN PASSWORD :'isnad_password';
CREATE ROLE isnad_owner LOGIN PASSWORD :'isnad_owner_password';
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak_password';
CREATE DATABASE isnad OWNER isnad_owner;
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE isnad FROM PUBLIC;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
