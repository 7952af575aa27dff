-- One record for what is proposed. Suggestions and bids had tables, decisions and messages of their
-- own each; every further kind of result would have brought four tables more. They become versions of
-- a proposal: what makes it the same one tomorrow (key), who has a part in it (party), what was proven,
-- and a body that only its verb reads. Decisions hang on the key, so that they outlive versions;
-- messages tell of versions, so that nobody is told the same twice.
--
-- As before, a row stands from the run that was the first to show it in that form to the run that no
-- longer did: in force at the end of run R are the rows with run_id <= R and (until_run_id IS NULL OR
-- until_run_id > R).
--
-- Keys are compared byte by byte (COLLATE "C"): they are ids, no words, and that is faster.
--
-- Suggestions keep their numbers; bids get numbers above them, in their order. Contents are carried
-- over, so that the next run finds as they were those that it makes again.

COMMENT ON SCHEMA entremise IS 'What Entremise writes: runs, proposals, decisions, messages.';

CREATE TABLE entremise.proposal (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job          text NOT NULL CHECK (job <> ''),
    kind         text NOT NULL CHECK (kind <> ''),
    key          text[] COLLATE "C" NOT NULL CHECK (cardinality(key) > 0),
    title        text NOT NULL,
    position     integer CHECK (position >= 1),
    reasons_fr   text[] NOT NULL,
    reasons_en   text[] NOT NULL,
    proof        jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(proof) = 'array'),
    body         jsonb NOT NULL CHECK (jsonb_typeof(body) = 'object'),
    basis        text NOT NULL,
    content      bytea NOT NULL CHECK (length(content) = 32),
    novelty      text NOT NULL DEFAULT '',
    run_id       bigint NOT NULL REFERENCES entremise.run,
    until_run_id bigint REFERENCES entremise.run,
    is_new       boolean NOT NULL,
    departure    text CHECK (departure <> ''),
    seconds      double precision CHECK (seconds >= 0),
    CHECK (until_run_id > run_id)
);
COMMENT ON TABLE entremise.proposal IS 'What runs put before people, in versions.';
COMMENT ON COLUMN entremise.proposal.id IS 'Number of the version.';
COMMENT ON COLUMN entremise.proposal.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.proposal.kind IS 'Kind of result, as its verb names it.';
COMMENT ON COLUMN entremise.proposal.key IS 'What makes it the same proposal tomorrow: ids of the platform, in an order that its verb fixes.';
COMMENT ON COLUMN entremise.proposal.title IS 'What it is about, as the platform called it at the time.';
COMMENT ON COLUMN entremise.proposal.position IS 'Place in the list that it stands in, from 1; none where there is no list.';
COMMENT ON COLUMN entremise.proposal.reasons_fr IS 'Reasons in French, the most telling first.';
COMMENT ON COLUMN entremise.proposal.reasons_en IS 'Reasons in English, the most telling first.';
COMMENT ON COLUMN entremise.proposal.proof IS 'What was proven, objective by objective: found, bound, isProven, nodes of the search.';
COMMENT ON COLUMN entremise.proposal.body IS 'What only its verb knows of it.';
COMMENT ON COLUMN entremise.proposal.basis IS 'SHA-256 of what a decline stands against, in hexadecimal.';
COMMENT ON COLUMN entremise.proposal.content IS 'SHA-256 of all that people see of it, to tell versions apart.';
COMMENT ON COLUMN entremise.proposal.novelty IS 'What makes it news beside its key, such as who is in a group; often empty.';
COMMENT ON COLUMN entremise.proposal.run_id IS 'Run that first showed it in this form.';
COMMENT ON COLUMN entremise.proposal.until_run_id IS 'Run that no longer showed it in this form; none while it is in force.';
COMMENT ON COLUMN entremise.proposal.is_new IS 'Whether it was proposed for the first time, or again on a new basis after a decline.';
COMMENT ON COLUMN entremise.proposal.departure IS 'Why it is no longer proposed, as its verb names it; none where it is in force, where another version took over, or where no reason was recorded.';
COMMENT ON COLUMN entremise.proposal.seconds IS 'Seconds that the search for it took; recorded, never compared.';

CREATE TABLE entremise.party (
    proposal_id  bigint NOT NULL REFERENCES entremise.proposal ON DELETE CASCADE,
    position     integer NOT NULL CHECK (position >= 1),
    member_id    text NOT NULL,
    name         text,
    role         text NOT NULL CHECK (role <> ''),
    is_asked     boolean NOT NULL,
    days         double precision CHECK (days >= 0),
    amount_cents bigint,
    PRIMARY KEY (proposal_id, position)
);
COMMENT ON TABLE entremise.party IS 'Members with a part in proposals.';
COMMENT ON COLUMN entremise.party.proposal_id IS 'Which version of which proposal.';
COMMENT ON COLUMN entremise.party.position IS 'Place in the order that people read them, from 1.';
COMMENT ON COLUMN entremise.party.member_id IS 'Which member, by the platform''s id.';
COMMENT ON COLUMN entremise.party.name IS 'Name of the member at the time; none: not known to the run.';
COMMENT ON COLUMN entremise.party.role IS 'What the member is in it, as its verb names it.';
COMMENT ON COLUMN entremise.party.is_asked IS 'Whether the member is asked for an answer.';
COMMENT ON COLUMN entremise.party.days IS 'Days of work; none where nothing is shared out.';
COMMENT ON COLUMN entremise.party.amount_cents IS 'Money for them before VAT, in cents; none where nothing is shared out.';

CREATE TABLE entremise.message_proposal (
    message_id  bigint NOT NULL REFERENCES entremise.message ON DELETE CASCADE,
    proposal_id bigint NOT NULL REFERENCES entremise.proposal,
    role        text NOT NULL CHECK (role <> ''),
    PRIMARY KEY (message_id, proposal_id, role)
);
COMMENT ON TABLE entremise.message_proposal IS 'Proposals that messages told of.';
COMMENT ON COLUMN entremise.message_proposal.message_id IS 'Which message.';
COMMENT ON COLUMN entremise.message_proposal.proposal_id IS 'Which version of which proposal.';
COMMENT ON COLUMN entremise.message_proposal.role IS 'What the reader is in it, as its verb names it.';

-- What suggestions and bids said.

INSERT INTO entremise.proposal (
    id, job, kind, key, title, position, reasons_fr, reasons_en, body, basis, content, run_id,
    until_run_id, is_new, departure
) OVERRIDING SYSTEM VALUE
SELECT id, job, 'suggestion', ARRAY[need_id, candidate_id], need_title, rank, reasons_fr,
    reasons_en,
    jsonb_build_object('candidateTitle', candidate_title, 'score', score, 'signals', signals),
    basis, content, run_id, until_run_id, is_new, departure
FROM entremise.suggestion;

INSERT INTO entremise.party (proposal_id, position, member_id, name, role, is_asked)
SELECT id, 1, member_id, member_name, 'candidate', true
FROM entremise.suggestion
UNION ALL
SELECT id, 2, need_owner, need_owner_name, 'owner', true
FROM entremise.suggestion
WHERE need_owner IS NOT NULL;

-- The number of each bid as a proposal.
CREATE TEMPORARY TABLE moved_bid ON COMMIT DROP AS
SELECT id AS bid_id,
    row_number() OVER (ORDER BY id) + (SELECT coalesce(max(id), 0) FROM entremise.suggestion)
        AS proposal_id
FROM entremise.bid;

INSERT INTO entremise.proposal (
    id, job, kind, key, title, reasons_fr, reasons_en, proof, body, basis, content, novelty, run_id,
    until_run_id, is_new, seconds
) OVERRIDING SYSTEM VALUE
SELECT moved_bid.proposal_id, bid.job, 'bid', ARRAY[bid.tender_id], bid.tender_title,
    bid.reasons_fr, bid.reasons_en, coalesce(bid.details -> 'proofs', '[]'),
    jsonb_strip_nulls(jsonb_build_object(
        'buyer', bid.buyer, 'deadline', to_char(bid.deadline_on, 'YYYY-MM-DD'),
        'status', bid.status, 'price', jsonb_build_object('cents', bid.price_cents),
        'budget', CASE WHEN bid.budget_cents IS NOT NULL
            THEN jsonb_build_object('cents', bid.budget_cents) END,
        'bound', bid.bound, 'gap', bid.gap, 'lots', coalesce(lots.list, '[]'),
        'details', bid.details || '{"proofs": []}')),
    bid.basis, bid.content, coalesce(team.novelty, ''), bid.run_id, bid.until_run_id, bid.is_new,
    bid.seconds
FROM entremise.bid
JOIN moved_bid ON moved_bid.bid_id = bid.id
LEFT JOIN (
    SELECT bid_id, string_agg(member_id, E'\n' ORDER BY member_id COLLATE "C") AS novelty
    FROM entremise.bid_member
    GROUP BY bid_id
) AS team ON team.bid_id = bid.id
LEFT JOIN (
    SELECT lot.bid_id,
        jsonb_agg(
            jsonb_build_object(
                'lot', lot.lot_id, 'number', lot.number, 'title', lot.title,
                'isBidFor', lot.is_bid_for,
                'price', jsonb_build_object('cents', lot.price_cents),
                'budget', CASE WHEN lot.budget_cents IS NOT NULL
                    THEN jsonb_build_object('cents', lot.budget_cents) END,
                'reason', jsonb_build_object('fr', lot.reason_fr, 'en', lot.reason_en),
                'work', coalesce(work.list, '[]'))
            ORDER BY lot.position) AS list
    FROM entremise.bid_lot AS lot
    LEFT JOIN (
        SELECT bid_id, lot_id,
            jsonb_agg(
                jsonb_build_object(
                    'member', member_id, 'skill', skill_id,
                    'label', jsonb_build_object('fr', label_fr, 'en', label_en), 'days', days,
                    'rate', jsonb_build_object('cents', rate_cents),
                    'amount', jsonb_build_object('cents', amount_cents))
                ORDER BY position) AS list
        FROM entremise.bid_work
        GROUP BY bid_id, lot_id
    ) AS work ON work.bid_id = lot.bid_id AND work.lot_id = lot.lot_id
    GROUP BY lot.bid_id
) AS lots ON lots.bid_id = bid.id;

INSERT INTO entremise.party
    (proposal_id, position, member_id, name, role, is_asked, days, amount_cents)
SELECT moved_bid.proposal_id, member.position, member.member_id, member.name,
    CASE WHEN member.leads THEN 'lead' ELSE 'member' END, true, member.days, member.amount_cents
FROM entremise.bid_member AS member
JOIN moved_bid ON moved_bid.bid_id = member.bid_id;

CREATE UNIQUE INDEX proposal_in_force ON entremise.proposal (job, key) WHERE until_run_id IS NULL;
CREATE INDEX proposal_key ON entremise.proposal (job, key, id);
CREATE INDEX proposal_first ON entremise.proposal (job, (key[1]));
CREATE INDEX proposal_run ON entremise.proposal (run_id);
CREATE INDEX proposal_until ON entremise.proposal (until_run_id);
CREATE INDEX party_member ON entremise.party (member_id);

-- What people said of them, and were told.

ALTER TABLE entremise.decision
    ADD COLUMN job text CHECK (job <> ''),
    ADD COLUMN key text[] COLLATE "C",
    ADD COLUMN proposal_id bigint REFERENCES entremise.proposal;
UPDATE entremise.decision
SET job = proposal.job, key = proposal.key, proposal_id = proposal.id
FROM entremise.proposal
WHERE proposal.id = decision.suggestion_id;
ALTER TABLE entremise.decision DROP COLUMN suggestion_id;

INSERT INTO entremise.decision
    (id, job, key, proposal_id, verdict, reason, note, decided_by, decided_at)
OVERRIDING SYSTEM VALUE
SELECT row_number() OVER (ORDER BY said.id) + (SELECT coalesce(max(id), 0) FROM entremise.decision),
    proposal.job, proposal.key, proposal.id, said.verdict, said.reason, said.note, said.decided_by,
    said.decided_at
FROM entremise.bid_decision AS said
JOIN moved_bid ON moved_bid.bid_id = said.bid_id
JOIN entremise.proposal ON proposal.id = moved_bid.proposal_id;

ALTER TABLE entremise.decision
    ALTER COLUMN job SET NOT NULL, ALTER COLUMN key SET NOT NULL,
    ALTER COLUMN proposal_id SET NOT NULL;
COMMENT ON TABLE entremise.decision IS 'What people said of proposals; the last word on a key holds.';
COMMENT ON COLUMN entremise.decision.job IS 'Job that proposed it.';
COMMENT ON COLUMN entremise.decision.key IS 'Key of the proposal that it holds for, whatever the version.';
COMMENT ON COLUMN entremise.decision.proposal_id IS 'Version that was seen.';
CREATE INDEX decision_key ON entremise.decision (job, key, id);
CREATE INDEX decision_proposal ON entremise.decision (proposal_id);

INSERT INTO entremise.message_proposal (message_id, proposal_id, role)
SELECT message_id, suggestion_id, role FROM entremise.message_suggestion
UNION ALL
SELECT told.message_id, moved_bid.proposal_id, coalesce(party.role, 'member')
FROM entremise.message_bid AS told
JOIN moved_bid ON moved_bid.bid_id = told.bid_id
JOIN entremise.message ON message.id = told.message_id
LEFT JOIN entremise.party ON party.proposal_id = moved_bid.proposal_id
    AND party.member_id = message.member_id;
CREATE INDEX message_proposal_proposal ON entremise.message_proposal (proposal_id);

CREATE FUNCTION entremise.last_decision(until timestamptz DEFAULT 'infinity')
RETURNS TABLE (
    id bigint, job text, key text[], proposal_id bigint, basis text, verdict text, decided_by text,
    decided_at timestamptz
)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT ON (decision.job, decision.key)
        decision.id, decision.job, decision.key, decision.proposal_id, proposal.basis,
        decision.verdict, decision.decided_by, decision.decided_at
    FROM entremise.decision
    JOIN entremise.proposal ON proposal.id = decision.proposal_id
    WHERE decision.decided_at <= until
    ORDER BY decision.job, decision.key, decision.id DESC
$$;
COMMENT ON FUNCTION entremise.last_decision IS 'The last word on each key as of a moment, with the basis of the version that it was said of.';

-- Figures of a run are its verb's own.

ALTER TABLE entremise.run
    ADD COLUMN verb text CHECK (verb <> ''),
    ADD COLUMN figures jsonb CHECK (jsonb_typeof(figures) = 'object'),
    ADD COLUMN settings_hash text CHECK (settings_hash ~ '^[0-9a-f]{64}$');
UPDATE entremise.run
SET figures = CASE WHEN trade IS NULL THEN '{}' ELSE jsonb_build_object('trade', trade) END
    || CASE WHEN exposure IS NULL THEN '{}' ELSE jsonb_build_object('exposure', exposure) END
WHERE trade IS NOT NULL OR exposure IS NOT NULL;
UPDATE entremise.run
SET verb = CASE
    WHEN trade IS NOT NULL OR exposure IS NOT NULL THEN 'rank'
    WHEN EXISTS (SELECT FROM entremise.bid WHERE bid.job = run.job) THEN 'form'
    WHEN EXISTS (SELECT FROM entremise.suggestion WHERE suggestion.job = run.job) THEN 'rank'
END;
COMMENT ON COLUMN entremise.run.verb IS 'Verb that solved it; none for runs recorded before verbs were, of jobs that proposed nothing.';
COMMENT ON COLUMN entremise.run.settings_hash IS 'SHA-256 of what decides the proposals beside what is read: the program, its verb and the settings that are no decoration; NULL for runs recorded before.';
COMMENT ON COLUMN entremise.run.figures IS 'Figures that its verb recorded of the whole run; none where it records none.';

-- Whoever could read, write or close the old tables may do so with the new.

DO $$
DECLARE
    given record;
BEGIN
    FOR given IN
        SELECT successor.to_table, acl.privilege_type, acl.is_grantable, acl.grantee,
            NULL::text AS columns
        FROM (VALUES
            ('suggestion', 'proposal'), ('suggestion', 'party'),
            ('message_suggestion', 'message_proposal')
        ) AS successor (from_table, to_table)
        JOIN pg_class ON pg_class.relname = successor.from_table
            AND pg_class.relnamespace = 'entremise'::regnamespace
        CROSS JOIN LATERAL aclexplode(pg_class.relacl) AS acl
        WHERE acl.grantee <> pg_class.relowner
        UNION ALL
        SELECT successor.to_table, acl.privilege_type, acl.is_grantable, acl.grantee,
            successor.to_columns
        FROM (VALUES
            ('suggestion', 'until_run_id', 'proposal', 'until_run_id, departure'),
            ('run', 'trade', 'run', 'figures')
        ) AS successor (from_table, from_column, to_table, to_columns)
        JOIN pg_class ON pg_class.relname = successor.from_table
            AND pg_class.relnamespace = 'entremise'::regnamespace
        JOIN pg_attribute ON pg_attribute.attrelid = pg_class.oid
            AND pg_attribute.attname = successor.from_column
        CROSS JOIN LATERAL aclexplode(pg_attribute.attacl) AS acl
        WHERE acl.grantee <> pg_class.relowner
    LOOP
        EXECUTE format(
            'GRANT %s %s ON entremise.%I TO %s %s', given.privilege_type,
            '(' || given.columns || ')', given.to_table,
            CASE WHEN given.grantee = 0 THEN 'PUBLIC'
                ELSE quote_ident(pg_get_userbyid(given.grantee)) END,
            CASE WHEN given.is_grantable THEN 'WITH GRANT OPTION' END);
    END LOOP;
END
$$;

DROP TABLE entremise.message_suggestion, entremise.message_bid, entremise.bid_decision,
    entremise.bid_work, entremise.bid_lot, entremise.bid_member, entremise.bid, entremise.suggestion;
ALTER TABLE entremise.run DROP COLUMN trade, DROP COLUMN exposure;
DROP TABLE moved_bid;

SELECT setval(pg_get_serial_sequence(name, 'id'), next, false)
FROM (
    SELECT 'entremise.proposal' AS name, coalesce(max(id), 0) + 1 AS next FROM entremise.proposal
    UNION ALL
    SELECT 'entremise.decision', coalesce(max(id), 0) + 1 FROM entremise.decision
) AS sequence;
