-- What the ledger needs before anything else: the schema it writes to, and which migrations it has.
-- Run before every migration, so it must not fail when all is there.

CREATE SCHEMA IF NOT EXISTS entremise;
COMMENT ON SCHEMA entremise IS 'What Entremise writes: runs, suggestions, bids, decisions, messages.';

CREATE TABLE IF NOT EXISTS entremise.migration (
    number     integer PRIMARY KEY CHECK (number >= 1),
    name       text NOT NULL,
    checksum   bytea NOT NULL CHECK (length(checksum) = 32),
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE entremise.migration IS 'Migrations that this database has had.';
COMMENT ON COLUMN entremise.migration.number IS 'Number of the migration, from 1.';
COMMENT ON COLUMN entremise.migration.name IS 'Name of its file.';
COMMENT ON COLUMN entremise.migration.checksum IS 'SHA-256 of its file, so that a later change to it is noticed.';
COMMENT ON COLUMN entremise.migration.applied_at IS 'When it was applied.';
