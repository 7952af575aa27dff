-- What the night writes down is kept for as long as the configuration says, and then counted.

CREATE TABLE entremise.pruned (
    network text NOT NULL,
    job     text NOT NULL,
    as_of   date NOT NULL,
    what    text NOT NULL CHECK (what IN (
        'needs', 'considered', 'eligible', 'suggested', 'set_aside', 'versions', 'messages')),
    count   bigint NOT NULL CHECK (count >= 0),
    PRIMARY KEY (network, job, as_of, what)
);
COMMENT ON TABLE entremise.pruned IS 'Counts of what was pruned of a job''s nights, by their day.';
COMMENT ON COLUMN entremise.pruned.network IS 'Key of the network; empty where the installation has one.';
COMMENT ON COLUMN entremise.pruned.job IS 'Name of the job; empty for messages, which are of no job.';
COMMENT ON COLUMN entremise.pruned.as_of IS 'The day that the runs took for today; of a version, that of the run which closed it; of messages, theirs.';
COMMENT ON COLUMN entremise.pruned.what IS 'needs, with the sums of what was considered, eligible and suggested for them; set_aside: rows set aside; versions of proposals; messages.';
COMMENT ON COLUMN entremise.pruned.count IS 'How many.';

ALTER TABLE entremise.vector ADD COLUMN used_on date NOT NULL DEFAULT '-infinity';
UPDATE entremise.vector SET used_on = coalesce((SELECT max(as_of) FROM entremise.run), CURRENT_DATE);
ALTER TABLE entremise.vector ALTER COLUMN used_on DROP DEFAULT;
CREATE INDEX vector_used ON entremise.vector (used_on);
COMMENT ON COLUMN entremise.vector.used_on IS 'A day on which a night read or made it, at most a month before the last such.';

-- The one way by which the service erases what it recorded: no record of the last 120 days, nothing that
-- somebody decided on, nothing in force, and of each proposal not its last version.
CREATE FUNCTION entremise.prune(network text, as_of date, keep_days integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    before date;
    old    bigint[];
    erased bigint := 0;
    part   bigint;
BEGIN
    IF coalesce(prune.keep_days < 120, true) THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
            MESSAGE = format('expected 120 days or more to be kept, found %s', prune.keep_days);
    END IF;
    -- A day that no night has seen yet makes nothing older.
    SELECT least(prune.as_of, max(run.as_of), CURRENT_DATE) - prune.keep_days INTO before
    FROM entremise.run WHERE run.network = prune.network AND run.status = 'completed';
    IF before IS NULL THEN RETURN 0; END IF;
    -- The last word of a job that runs no more stays readable.
    old := ARRAY(
        SELECT run.id FROM entremise.run
        WHERE run.network = prune.network AND run.as_of < before AND run.status <> 'running'
            AND run.id NOT IN (
                SELECT DISTINCT ON (last.job) last.id FROM entremise.run AS last
                WHERE last.network = prune.network AND last.status = 'completed'
                ORDER BY last.job, last.as_of DESC, last.id DESC));

    WITH gone AS (
        DELETE FROM entremise.need_outcome USING entremise.run
        WHERE run.id = ANY (old) AND need_outcome.run_id = run.id
        RETURNING run.job, run.as_of, considered, eligible, suggested
    ), counted AS (
        INSERT INTO entremise.pruned AS kept (network, job, as_of, what, count)
        SELECT prune.network, gone.job, gone.as_of, said.what, said.count
        FROM (
            SELECT job, as_of, count(*) AS needs, sum(considered) AS considered,
                sum(eligible) AS eligible, sum(suggested) AS suggested
            FROM gone GROUP BY job, as_of
        ) AS gone
        CROSS JOIN LATERAL (VALUES
            ('needs', needs), ('considered', considered), ('eligible', eligible),
            ('suggested', suggested)
        ) AS said (what, count)
        ON CONFLICT ON CONSTRAINT pruned_pkey DO UPDATE SET count = kept.count + excluded.count
    )
    SELECT count(*) INTO part FROM gone;
    erased := erased + part;

    WITH gone AS (
        DELETE FROM entremise.set_aside USING entremise.run
        WHERE run.id = ANY (old) AND set_aside.run_id = run.id
        RETURNING run.job, run.as_of
    ), counted AS (
        INSERT INTO entremise.pruned AS kept (network, job, as_of, what, count)
        SELECT prune.network, job, as_of, 'set_aside', count(*) FROM gone GROUP BY job, as_of
        ON CONFLICT ON CONSTRAINT pruned_pkey DO UPDATE SET count = kept.count + excluded.count
    )
    SELECT count(*) INTO part FROM gone;
    erased := erased + part;

    -- A message stays while something that it told is still proposed, so that it is not told again.
    WITH gone AS (
        DELETE FROM entremise.message
        WHERE message.network = prune.network AND message.as_of < before AND NOT EXISTS (
            SELECT FROM entremise.message_proposal
            JOIN entremise.proposal AS told ON told.id = message_proposal.proposal_id
            JOIN entremise.proposal AS now
                ON now.network = told.network AND now.job = told.job AND now.key = told.key
            WHERE message_proposal.message_id = message.id AND now.until_run_id IS NULL)
        RETURNING message.as_of
    ), counted AS (
        INSERT INTO entremise.pruned AS kept (network, job, as_of, what, count)
        SELECT prune.network, '', as_of, 'messages', count(*) FROM gone GROUP BY as_of
        ON CONFLICT ON CONSTRAINT pruned_pkey DO UPDATE SET count = kept.count + excluded.count
    )
    SELECT count(*) INTO part FROM gone;
    erased := erased + part;

    WITH gone AS (
        DELETE FROM entremise.proposal USING entremise.run
        WHERE run.id = ANY (old) AND proposal.until_run_id = run.id
            AND EXISTS (
                SELECT FROM entremise.proposal AS later
                WHERE later.network = proposal.network AND later.job = proposal.job
                    AND later.key = proposal.key AND later.id > proposal.id)
            AND NOT EXISTS (
                SELECT FROM entremise.decision WHERE decision.proposal_id = proposal.id)
            AND NOT EXISTS (
                SELECT FROM entremise.message_proposal
                WHERE message_proposal.proposal_id = proposal.id)
        RETURNING run.job, run.as_of
    ), counted AS (
        INSERT INTO entremise.pruned AS kept (network, job, as_of, what, count)
        SELECT prune.network, job, as_of, 'versions', count(*) FROM gone GROUP BY job, as_of
        ON CONFLICT ON CONSTRAINT pruned_pkey DO UPDATE SET count = kept.count + excluded.count
    )
    SELECT count(*) INTO part FROM gone;
    erased := erased + part;

    -- What can be made anew: scores of jobs that run no more, vectors of texts that are gone.
    WITH gone AS (
        DELETE FROM entremise.scored_market USING entremise.run
        WHERE scored_market.network = prune.network AND run.id = scored_market.run_id
            AND run.as_of < before
        RETURNING scored_market.job
    ), needs AS (
        DELETE FROM entremise.scored_need USING gone
        WHERE scored_need.network = prune.network AND scored_need.job = gone.job
    )
    DELETE FROM entremise.scored_candidate USING gone
    WHERE scored_candidate.network = prune.network AND scored_candidate.job = gone.job;
    DELETE FROM entremise.vector WHERE vector.used_on < before;
    GET DIAGNOSTICS part = ROW_COUNT;
    RETURN erased + part;
END
$$;
COMMENT ON FUNCTION entremise.prune IS 'Erases what a network''s nights recorded more than some days (120 or more) before a day, but for what somebody decided on, what is in force, and the last version of each proposal; keeps counts in entremise.pruned, and says how many records went.';
REVOKE EXECUTE ON FUNCTION entremise.prune FROM PUBLIC;

-- Whoever could begin runs may prune them, and whoever could read them may read what was pruned.
DO $$
DECLARE
    given record;
BEGIN
    FOR given IN
        SELECT acl.grantee, acl.is_grantable, said.what
        FROM pg_class
        CROSS JOIN LATERAL aclexplode(pg_class.relacl) AS acl
        JOIN (VALUES
            ('entremise.run'::regclass, 'INSERT', 'EXECUTE ON FUNCTION entremise.prune'),
            ('entremise.vector', 'INSERT', 'UPDATE (used_on) ON entremise.vector'),
            ('entremise.run', 'SELECT', 'SELECT ON entremise.pruned')
        ) AS said (relation, privilege, what)
            ON said.relation = pg_class.oid AND said.privilege = acl.privilege_type
        WHERE acl.grantee <> pg_class.relowner
    LOOP
        EXECUTE format(
            'GRANT %s TO %s %s', given.what,
            CASE WHEN given.grantee = 0 THEN 'PUBLIC'
                ELSE quote_ident(pg_get_userbyid(given.grantee)) END,
            CASE WHEN given.is_grantable THEN 'WITH GRANT OPTION' END);
    END LOOP;
END
$$;
