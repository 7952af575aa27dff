#pragma once
#include <libpq-fe.h>

// Character literals are macros that Swift does not import.
static const int CPOSTGRES_SEVERITY = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int CPOSTGRES_SQLSTATE = PG_DIAG_SQLSTATE;
static const int CPOSTGRES_MESSAGE = PG_DIAG_MESSAGE_PRIMARY;
static const int CPOSTGRES_DETAIL = PG_DIAG_MESSAGE_DETAIL;
static const int CPOSTGRES_HINT = PG_DIAG_MESSAGE_HINT;
static const int CPOSTGRES_POSITION = PG_DIAG_STATEMENT_POSITION;
static const int CPOSTGRES_CONTEXT = PG_DIAG_CONTEXT;
static const int CPOSTGRES_TABLE = PG_DIAG_TABLE_NAME;
static const int CPOSTGRES_COLUMN = PG_DIAG_COLUMN_NAME;
static const int CPOSTGRES_CONSTRAINT = PG_DIAG_CONSTRAINT_NAME;
