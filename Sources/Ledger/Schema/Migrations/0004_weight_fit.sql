-- Decisions teach: what was learned from them, and which weights each run judged pairs with.
--
-- A fit holds from the moment it is written, where it was adopted, until it is reverted; the one
-- before holds again then. It counts only for the job file's weights that it was pulled to.

CREATE TABLE entremise.weight_fit (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job               text NOT NULL CHECK (job <> ''),
    data_hash         text NOT NULL CHECK (data_hash ~ '^[0-9a-f]{64}$'),
    accepted          integer NOT NULL CHECK (accepted >= 0),
    declined          integer NOT NULL CHECK (declined >= 0),
    needs             integer NOT NULL CHECK (needs >= 0),
    left_out          integer NOT NULL CHECK (left_out >= 0),
    shipped           jsonb NOT NULL CHECK (jsonb_typeof(shipped) = 'object'),
    before            jsonb NOT NULL CHECK (jsonb_typeof(before) = 'object'),
    learned           jsonb NOT NULL CHECK (jsonb_typeof(learned) = 'object'),
    spread            double precision NOT NULL CHECK (spread >= 0),
    loss_of_base_rate double precision NOT NULL CHECK (loss_of_base_rate >= 0),
    loss_before       double precision NOT NULL CHECK (loss_before >= 0),
    loss_after        double precision NOT NULL CHECK (loss_after >= 0),
    standard_error    double precision NOT NULL CHECK (standard_error >= 0),
    is_adopted        boolean NOT NULL,
    program_version   text NOT NULL,
    fitted_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    reverted_at       timestamptz CHECK (is_adopted OR reverted_at IS NULL)
);
COMMENT ON TABLE entremise.weight_fit IS 'Weights of signals that decisions taught, adopted or not.';
COMMENT ON COLUMN entremise.weight_fit.id IS 'Number of the fit, ascending in time.';
COMMENT ON COLUMN entremise.weight_fit.job IS 'Job whose decisions it was learned from, and that may use it.';
COMMENT ON COLUMN entremise.weight_fit.data_hash IS 'SHA-256 of the decisions and the shipped weights, in hexadecimal.';
COMMENT ON COLUMN entremise.weight_fit.accepted IS 'Suggestions accepted among the decisions.';
COMMENT ON COLUMN entremise.weight_fit.declined IS 'Suggestions declined among the decisions.';
COMMENT ON COLUMN entremise.weight_fit.needs IS 'Needs that the decisions were made on.';
COMMENT ON COLUMN entremise.weight_fit.left_out IS 'Decisions left out, since a number of theirs makes no sense.';
COMMENT ON COLUMN entremise.weight_fit.shipped IS 'The job file''s weights as shares: {"skills": 0.5, …}.';
COMMENT ON COLUMN entremise.weight_fit.before IS 'Shares that held when it was learned.';
COMMENT ON COLUMN entremise.weight_fit.learned IS 'Shares that the decisions teach.';
COMMENT ON COLUMN entremise.weight_fit.spread IS 'How freely they may leave the shipped ones, in log-odds for the whole range of a signal.';
COMMENT ON COLUMN entremise.weight_fit.loss_of_base_rate IS 'Mean loss of a decision in nats, by cross-validation, if every pair had the same chance.';
COMMENT ON COLUMN entremise.weight_fit.loss_before IS 'The same under the shipped weights.';
COMMENT ON COLUMN entremise.weight_fit.loss_after IS 'The same under the learned weights.';
COMMENT ON COLUMN entremise.weight_fit.standard_error IS 'Standard error of the difference of the last two.';
COMMENT ON COLUMN entremise.weight_fit.is_adopted IS 'Whether the learned weights were better by more than noise, and so hold.';
COMMENT ON COLUMN entremise.weight_fit.program_version IS 'Version of the program that learned.';
COMMENT ON COLUMN entremise.weight_fit.fitted_at IS 'When.';
COMMENT ON COLUMN entremise.weight_fit.reverted_at IS 'When somebody took it back; none while it holds, or where it never did.';
CREATE INDEX weight_fit_job ON entremise.weight_fit (job, id);

ALTER TABLE entremise.run
    ADD COLUMN weights jsonb CHECK (jsonb_typeof(weights) = 'object'),
    ADD COLUMN weight_fit_id bigint REFERENCES entremise.weight_fit;
COMMENT ON COLUMN entremise.run.weights IS 'Weights of signals that the run judged pairs with: {"skills": 0.5, …}; none for runs of older programs.';
COMMENT ON COLUMN entremise.run.weight_fit_id IS 'Fit that the weights were taken from; none where they are the job file''s.';
CREATE INDEX run_weight_fit ON entremise.run (weight_fit_id) WHERE weight_fit_id IS NOT NULL;
