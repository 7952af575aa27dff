-- The second night costs what changed: what each job's scoring learned of its market, and what it
-- found for each need, kept so that the next night judges only pairs of which one side changed.
-- All of it can be made anew from the network: to forget it costs one full night and nothing else.

CREATE TABLE entremise.scored_market (
    job                text PRIMARY KEY CHECK (job <> ''),
    statistics         bytea NOT NULL,
    statistics_key     text NOT NULL CHECK (statistics_key ~ '^[0-9a-f]{64}$'),
    learned_on         date NOT NULL,
    needs_changed      integer NOT NULL CHECK (needs_changed >= 0),
    candidates_changed integer NOT NULL CHECK (candidates_changed >= 0),
    matches_key        text NOT NULL CHECK (matches_key ~ '^[0-9a-f]{64}$'),
    run_id             bigint NOT NULL REFERENCES entremise.run
);
CREATE INDEX scored_market_run ON entremise.scored_market (run_id);
COMMENT ON TABLE entremise.scored_market IS 'What scoring knows of a job''s market as a whole, learned on one night and kept for the next.';
COMMENT ON COLUMN entremise.scored_market.job IS 'Name of the job.';
COMMENT ON COLUMN entremise.scored_market.statistics IS 'Rarities, centres, taught skills, hubs and scatter, as the program wrote them.';
COMMENT ON COLUMN entremise.scored_market.statistics_key IS 'SHA-256, in hexadecimal, of what they hold for: program and model.';
COMMENT ON COLUMN entremise.scored_market.learned_on IS 'Day of the run that learned them.';
COMMENT ON COLUMN entremise.scored_market.needs_changed IS 'Needs that came, went or changed since.';
COMMENT ON COLUMN entremise.scored_market.candidates_changed IS 'Candidates that came, went or changed since.';
COMMENT ON COLUMN entremise.scored_market.matches_key IS 'SHA-256, in hexadecimal, of what the kept findings hold for: statistics, weights, rules, floor.';
COMMENT ON COLUMN entremise.scored_market.run_id IS 'Run that wrote this last.';

CREATE TABLE entremise.scored_candidate (
    job          text NOT NULL CHECK (job <> ''),
    candidate_id text NOT NULL,
    number       integer NOT NULL CHECK (number >= 0),
    content      bytea NOT NULL CHECK (octet_length(content) = 32),
    PRIMARY KEY (job, candidate_id),
    UNIQUE (job, number)
);
COMMENT ON TABLE entremise.scored_candidate IS 'Candidates as a job last scored them.';
COMMENT ON COLUMN entremise.scored_candidate.job IS 'Name of the job.';
COMMENT ON COLUMN entremise.scored_candidate.candidate_id IS 'Id that the job''s query returned.';
COMMENT ON COLUMN entremise.scored_candidate.number IS 'Number that stands for the candidate in scored_need.found.';
COMMENT ON COLUMN entremise.scored_candidate.content IS 'SHA-256 of all that was read of it.';

CREATE TABLE entremise.scored_need (
    job     text NOT NULL CHECK (job <> ''),
    need_id text NOT NULL,
    content bytea NOT NULL CHECK (octet_length(content) = 32),
    found   bytea NOT NULL,
    PRIMARY KEY (job, need_id)
);
ALTER TABLE entremise.scored_need ALTER COLUMN found SET STORAGE EXTERNAL;
COMMENT ON TABLE entremise.scored_need IS 'Needs as a job last scored them, with the candidates that it retrieved for each.';
COMMENT ON COLUMN entremise.scored_need.job IS 'Name of the job.';
COMMENT ON COLUMN entremise.scored_need.need_id IS 'Id that the job''s query returned.';
COMMENT ON COLUMN entremise.scored_need.content IS 'SHA-256 of all that was read of it.';
COMMENT ON COLUMN entremise.scored_need.found IS 'Candidates retrieved, best first: number, nearness and score of each, as the program wrote them.';
