#!/bin/sh
# Run once by the postgres image on an empty disk: a database and an account for those who have the log, and others for
# those who make reports. Neither reaches the other's.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  -v chaski="$CHASKI_DB_PASSWORD" -v report="$REPORT_DB_PASSWORD" <<'SQL'
CREATE ROLE chaski LOGIN PASSWORD :'chaski';
CREATE ROLE report LOGIN PASSWORD :'report';
CREATE DATABASE chaski OWNER chaski;
CREATE DATABASE report OWNER report;
REVOKE CONNECT ON DATABASE chaski, report, postgres FROM PUBLIC;
SQL
