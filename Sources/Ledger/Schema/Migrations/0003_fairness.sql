-- Fair on both sides: what a run that ranks gave up for what, how it shared its suggestions out, who
-- waits for one, and why a suggestion no longer stands.
--
-- Waits are versions like suggestions: a row stands from the run that first passed the member over
-- to the run that no longer did. A night on which nobody begins or ends to wait writes none.

ALTER TABLE entremise.run
    ADD COLUMN trade    jsonb CHECK (jsonb_typeof(trade) = 'object'),
    ADD COLUMN exposure jsonb CHECK (jsonb_typeof(exposure) = 'object');
COMMENT ON COLUMN entremise.run.trade IS 'For a run that ranks, what it gave up for what: sums of scores (total, unconstrained, capped, exposed), objective and proven bound, pairs kept and why others left, members due, served and waiting.';
COMMENT ON COLUMN entremise.run.exposure IS 'For a run that ranks, how it shared suggestions out: members, suggested, gini, established and unseen for 30 days, newcomers, departments.';

ALTER TABLE entremise.suggestion
    ADD COLUMN departure text CHECK (departure IN ('unmatched', 'outranked', 'turn', 'variety'));
COMMENT ON COLUMN entremise.suggestion.departure IS 'Why the pair no longer stands: unmatched (no match any more), outranked (others add up to more), turn (somebody who had waited took the place), variety (the list was too uniform); none where it stands, where another version took over, or where the run was started again on the same day.';

CREATE TABLE entremise.wait (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job          text NOT NULL,
    member_id    text NOT NULL,
    since_on     date NOT NULL,
    run_id       bigint NOT NULL REFERENCES entremise.run,
    until_run_id bigint REFERENCES entremise.run,
    CHECK (until_run_id > run_id)
);
COMMENT ON TABLE entremise.wait IS 'Members with a match whom a job suggests for nothing, in versions.';
COMMENT ON COLUMN entremise.wait.id IS 'Number of the version.';
COMMENT ON COLUMN entremise.wait.job IS 'Job that passes the member over.';
COMMENT ON COLUMN entremise.wait.member_id IS 'Which member, by the platform''s id.';
COMMENT ON COLUMN entremise.wait.since_on IS 'Day of the first night in a row that passed the member over.';
COMMENT ON COLUMN entremise.wait.run_id IS 'Run that first recorded it.';
COMMENT ON COLUMN entremise.wait.until_run_id IS 'Run that no longer passed the member over; none while it does.';
CREATE UNIQUE INDEX wait_standing ON entremise.wait (job, member_id) WHERE until_run_id IS NULL;
CREATE INDEX wait_run ON entremise.wait (job, run_id);
CREATE INDEX wait_run_id ON entremise.wait (run_id);
CREATE INDEX wait_until ON entremise.wait (until_run_id);
