-- Several networks in one database: each run, and all that it leaves, belongs to the network whose
-- configuration it ran with (`network.key`). Where an installation has one network, the key is empty.

ALTER TABLE entremise.run ADD COLUMN network text NOT NULL DEFAULT '';
ALTER TABLE entremise.proposal ADD COLUMN network text NOT NULL DEFAULT '';
ALTER TABLE entremise.decision ADD COLUMN network text NOT NULL DEFAULT '';
ALTER TABLE entremise.wait ADD COLUMN network text NOT NULL DEFAULT '';
ALTER TABLE entremise.weight_fit ADD COLUMN network text NOT NULL DEFAULT '';
ALTER TABLE entremise.message ADD COLUMN network text NOT NULL DEFAULT '';
ALTER TABLE entremise.scored_market ADD COLUMN network text NOT NULL DEFAULT '';
ALTER TABLE entremise.scored_candidate ADD COLUMN network text NOT NULL DEFAULT '';
ALTER TABLE entremise.scored_need ADD COLUMN network text NOT NULL DEFAULT '';
COMMENT ON COLUMN entremise.run.network IS 'Key of the network that it ran for; empty where the installation has one.';
COMMENT ON COLUMN entremise.proposal.network IS 'Key of the network whose job proposes it.';
COMMENT ON COLUMN entremise.decision.network IS 'Key of the network whose job proposed it.';
COMMENT ON COLUMN entremise.wait.network IS 'Key of the network in which the member waits.';
COMMENT ON COLUMN entremise.weight_fit.network IS 'Key of the network whose decisions taught it.';
COMMENT ON COLUMN entremise.message.network IS 'Key of the network in whose name the member was written to.';
COMMENT ON COLUMN entremise.scored_market.network IS 'Key of the network that was scored.';
COMMENT ON COLUMN entremise.scored_candidate.network IS 'Key of the network that was scored.';
COMMENT ON COLUMN entremise.scored_need.network IS 'Key of the network that was scored.';

ALTER TABLE entremise.scored_market DROP CONSTRAINT scored_market_pkey, ADD PRIMARY KEY (network, job);
ALTER TABLE entremise.scored_candidate
    DROP CONSTRAINT scored_candidate_pkey, DROP CONSTRAINT scored_candidate_job_number_key,
    ADD PRIMARY KEY (network, job, candidate_id), ADD UNIQUE (network, job, number);
ALTER TABLE entremise.scored_need
    DROP CONSTRAINT scored_need_pkey, ADD PRIMARY KEY (network, job, need_id);

DROP INDEX entremise.run_completed, entremise.run_running, entremise.proposal_in_force,
    entremise.proposal_key, entremise.proposal_first, entremise.decision_key,
    entremise.wait_standing, entremise.wait_run, entremise.weight_fit_job;
CREATE INDEX run_completed ON entremise.run (network, job, as_of DESC, id DESC) WHERE status = 'completed';
CREATE INDEX run_running ON entremise.run (network, job) WHERE status = 'running';
CREATE UNIQUE INDEX proposal_in_force ON entremise.proposal (network, job, key) WHERE until_run_id IS NULL;
CREATE INDEX proposal_key ON entremise.proposal (network, job, key, id);
CREATE INDEX proposal_first ON entremise.proposal (network, job, (key[1]));
CREATE INDEX decision_key ON entremise.decision (network, job, key, id);
CREATE UNIQUE INDEX wait_standing ON entremise.wait (network, job, member_id) WHERE until_run_id IS NULL;
CREATE INDEX wait_run ON entremise.wait (network, job, run_id);
CREATE INDEX weight_fit_job ON entremise.weight_fit (network, job, id);

-- The last word on a key, of the network that proposed it.

DROP FUNCTION entremise.last_decision(timestamptz);
CREATE FUNCTION entremise.last_decision(until timestamptz DEFAULT 'infinity')
RETURNS TABLE (
    id bigint, network text, job text, key text[], proposal_id bigint, basis text, verdict text,
    decided_by text, decided_at timestamptz
)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT ON (decision.network, decision.job, decision.key)
        decision.id, decision.network, decision.job, decision.key, decision.proposal_id,
        proposal.basis, decision.verdict, decision.decided_by, decision.decided_at
    FROM entremise.decision
    JOIN entremise.proposal ON proposal.id = decision.proposal_id
    WHERE decision.decided_at <= until
    ORDER BY decision.network, decision.job, decision.key, decision.id DESC
$$;
COMMENT ON FUNCTION entremise.last_decision IS 'The last word on each key as of a moment, with the basis of the version that it was said of.';

-- The views say whose a proposal is, at their end; those that the next migration adds to, it does.

CREATE OR REPLACE VIEW entremise.current_proposal AS
SELECT proposal.id, proposal.job, proposal.kind, proposal.key, proposal.title, proposal.position,
    proposal.reasons_fr, proposal.reasons_en, proposal.body, proposal.is_new, proposal.run_id,
    run.as_of AS run_on, said.verdict, said.reason, said.note, said.decided_by, said.decided_at,
    proposal.network
FROM entremise.proposal
JOIN entremise.run ON run.id = proposal.run_id
-- As entremise.last_decision has it; a function would ask who reads for rights on what it reads.
LEFT JOIN LATERAL (
    SELECT decision.verdict, decision.reason, decision.note, decision.decided_by,
        decision.decided_at, decided.basis
    FROM entremise.decision
    JOIN entremise.proposal AS decided ON decided.id = decision.proposal_id
    WHERE decision.network = proposal.network AND decision.job = proposal.job
        AND decision.key = proposal.key
    ORDER BY decision.id DESC
    LIMIT 1
) AS said ON said.verdict <> 'declined' OR said.basis = proposal.basis
WHERE proposal.until_run_id IS NULL;
COMMENT ON COLUMN entremise.current_proposal.network IS 'Key of the network whose job proposes it; empty where the installation has one.';

CREATE OR REPLACE VIEW entremise.current_bid_member AS
SELECT proposal.id AS bid_id, proposal.job, proposal.key[1] AS tender_id, party.position,
    party.member_id, party.name, party.role = 'lead' AS leads, party.days, party.amount_cents,
    proposal.network
FROM entremise.proposal
JOIN entremise.party
    ON party.proposal_id = proposal.id AND party.role IN ('lead', 'member')
WHERE proposal.kind = 'bid' AND proposal.until_run_id IS NULL;
COMMENT ON COLUMN entremise.current_bid_member.network IS 'Key of the network whose job proposes it; empty where the installation has one.';

CREATE OR REPLACE VIEW entremise.current_bid_work AS
SELECT proposal.id AS bid_id, proposal.job, proposal.key[1] AS tender_id,
    list.lot ->> 'lot' AS lot_id, share.position::integer AS position,
    share.work ->> 'member' AS member_id, share.work ->> 'skill' AS skill_id,
    share.work #>> '{label,fr}' AS label_fr, share.work #>> '{label,en}' AS label_en,
    (share.work ->> 'days')::double precision AS days,
    (share.work #>> '{rate,cents}')::bigint AS rate_cents,
    (share.work #>> '{amount,cents}')::bigint AS amount_cents, proposal.network
FROM entremise.proposal
CROSS JOIN LATERAL jsonb_array_elements(proposal.body -> 'lots') AS list (lot)
CROSS JOIN LATERAL jsonb_array_elements(list.lot -> 'work')
    WITH ORDINALITY AS share (work, position)
WHERE proposal.kind = 'bid' AND proposal.until_run_id IS NULL;
COMMENT ON COLUMN entremise.current_bid_work.network IS 'Key of the network whose job proposes it; empty where the installation has one.';
