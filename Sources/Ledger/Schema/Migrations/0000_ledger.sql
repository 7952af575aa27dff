-- What the ledger needs before anything else: its two schemas, made here or by an administrator
-- beforehand, and which migrations the database has had. Run before every migration, so it must not
-- fail when all is there.

DO $$
BEGIN
    -- IF NOT EXISTS asks for the right to create a schema even where there is one.
    IF to_regnamespace('network') IS NULL THEN
        CREATE SCHEMA network;
    END IF;
    IF to_regnamespace('entremise') IS NULL THEN
        CREATE SCHEMA entremise;
    END IF;
    IF (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'network') THEN
        COMMENT ON SCHEMA network IS 'What the platform writes: members, skills, missions, services, tenders. Entremise only reads it.';
    END IF;
    IF (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'entremise') THEN
        COMMENT ON SCHEMA entremise IS 'What Entremise writes: runs, suggestions, bids, decisions, messages.';
    END IF;
END
$$;

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
