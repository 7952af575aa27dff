-- The way back: what a platform reads of results, and how it records what people say of them.
--
-- Tables of this schema may change with the program. These views and this function are what others
-- build on: columns are added to them, at the end, and none is taken away or given another meaning.

-- What is in force, whatever its kind.

CREATE VIEW entremise.current_proposal AS
SELECT proposal.id, proposal.job, proposal.kind, proposal.key, proposal.title, proposal.position,
    proposal.reasons_fr, proposal.reasons_en, proposal.body, proposal.is_new, proposal.run_id,
    run.as_of AS run_on, said.verdict, said.reason, said.note, said.decided_by, said.decided_at
FROM entremise.proposal
JOIN entremise.run ON run.id = proposal.run_id
-- As entremise.last_decision has it; a function would ask who reads for rights on what it reads.
LEFT JOIN LATERAL (
    SELECT decision.verdict, decision.reason, decision.note, decision.decided_by,
        decision.decided_at, decided.basis
    FROM entremise.decision
    JOIN entremise.proposal AS decided ON decided.id = decision.proposal_id
    WHERE decision.job = proposal.job AND decision.key = proposal.key
    ORDER BY decision.id DESC
    LIMIT 1
) AS said ON said.verdict <> 'declined' OR said.basis = proposal.basis
WHERE proposal.until_run_id IS NULL;
COMMENT ON VIEW entremise.current_proposal IS 'Proposals of every kind that are in force: one row for each key of each job, with the last decision that holds for it.';
COMMENT ON COLUMN entremise.current_proposal.id IS 'Number of the version in force.';
COMMENT ON COLUMN entremise.current_proposal.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.current_proposal.kind IS 'Kind of proposal: suggestion, bid, assignment.';
COMMENT ON COLUMN entremise.current_proposal.key IS 'What makes it the same proposal tomorrow: need and candidate of a suggestion or an assignment, tender of a bid.';
COMMENT ON COLUMN entremise.current_proposal.title IS 'Title of the need or the tender at the time.';
COMMENT ON COLUMN entremise.current_proposal.position IS 'Place in the list of the need, from 1; none where there is no list.';
COMMENT ON COLUMN entremise.current_proposal.reasons_fr IS 'Reasons in French, the most telling first.';
COMMENT ON COLUMN entremise.current_proposal.reasons_en IS 'Reasons in English, the most telling first.';
COMMENT ON COLUMN entremise.current_proposal.body IS 'What only its kind knows of it. Its form may change: the view of the kind is what to read.';
COMMENT ON COLUMN entremise.current_proposal.is_new IS 'Whether that version was proposed for the first time, or again on a new basis after a decline.';
COMMENT ON COLUMN entremise.current_proposal.run_id IS 'Run that first showed it in this form.';
COMMENT ON COLUMN entremise.current_proposal.run_on IS 'Day that this run took for today.';
COMMENT ON COLUMN entremise.current_proposal.verdict IS 'accepted, declined or corrected; NULL: nobody decided, or what was declined has changed since.';
COMMENT ON COLUMN entremise.current_proposal.reason IS 'Why, in a word that can be counted.';
COMMENT ON COLUMN entremise.current_proposal.note IS 'Why, in the person''s own words.';
COMMENT ON COLUMN entremise.current_proposal.decided_by IS 'Who decided: a member''s id, or a coordinator''s name.';
COMMENT ON COLUMN entremise.current_proposal.decided_at IS 'When.';

-- Suggestions.

CREATE VIEW entremise.current_suggestion AS
SELECT proposal.id, proposal.job, proposal.key[1] AS need_id, proposal.title AS need_title,
    owner.member_id AS owner_id, owner.name AS owner_name, proposal.key[2] AS candidate_id,
    proposal.body ->> 'candidateTitle' AS candidate_title, candidate.member_id,
    candidate.name AS member_name, proposal.position AS rank,
    round((proposal.body ->> 'score')::numeric, 4)::double precision AS score,
    proposal.body -> 'signals' AS signals, proposal.reasons_fr, proposal.reasons_en,
    proposal.is_new, proposal.run_id, proposal.run_on, proposal.verdict, proposal.reason,
    proposal.note, proposal.decided_by, proposal.decided_at
FROM entremise.current_proposal AS proposal
LEFT JOIN entremise.party AS candidate
    ON candidate.proposal_id = proposal.id AND candidate.role = 'candidate'
LEFT JOIN entremise.party AS owner
    ON owner.proposal_id = proposal.id AND owner.role = 'owner'
WHERE proposal.kind = 'suggestion';
COMMENT ON VIEW entremise.current_suggestion IS 'Suggestions in force: one row for each need and candidate of each job.';
COMMENT ON COLUMN entremise.current_suggestion.id IS 'Number of the version in force.';
COMMENT ON COLUMN entremise.current_suggestion.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.current_suggestion.need_id IS 'Which need, by the platform''s id.';
COMMENT ON COLUMN entremise.current_suggestion.need_title IS 'Title of the need at the time.';
COMMENT ON COLUMN entremise.current_suggestion.owner_id IS 'Member who asks, if any.';
COMMENT ON COLUMN entremise.current_suggestion.owner_name IS 'Name of the member who asks, where the run knew it.';
COMMENT ON COLUMN entremise.current_suggestion.candidate_id IS 'Which candidate, by the platform''s id.';
COMMENT ON COLUMN entremise.current_suggestion.candidate_title IS 'Title of the candidate at the time.';
COMMENT ON COLUMN entremise.current_suggestion.member_id IS 'Member behind the candidate.';
COMMENT ON COLUMN entremise.current_suggestion.member_name IS 'Name of the member behind the candidate.';
COMMENT ON COLUMN entremise.current_suggestion.rank IS 'Place in the list of the need, from 1.';
COMMENT ON COLUMN entremise.current_suggestion.score IS 'How likely the candidate answers the need, 0 to 1, to four digits.';
COMMENT ON COLUMN entremise.current_suggestion.signals IS 'Signals with value, weight and evidence.';
COMMENT ON COLUMN entremise.current_suggestion.reasons_fr IS 'Reasons in French, the most telling first.';
COMMENT ON COLUMN entremise.current_suggestion.reasons_en IS 'Reasons in English, the most telling first.';
COMMENT ON COLUMN entremise.current_suggestion.is_new IS 'Whether that version was proposed for the first time, or again on a new basis after a decline.';
COMMENT ON COLUMN entremise.current_suggestion.run_id IS 'Run that first showed it in this form.';
COMMENT ON COLUMN entremise.current_suggestion.run_on IS 'Day that this run took for today.';
COMMENT ON COLUMN entremise.current_suggestion.verdict IS 'accepted, declined or corrected; NULL: nobody decided, or what was declined has changed since.';
COMMENT ON COLUMN entremise.current_suggestion.reason IS 'Why, in a word that can be counted.';
COMMENT ON COLUMN entremise.current_suggestion.note IS 'Why, in the person''s own words.';
COMMENT ON COLUMN entremise.current_suggestion.decided_by IS 'Who decided: a member''s id, or a coordinator''s name.';
COMMENT ON COLUMN entremise.current_suggestion.decided_at IS 'When.';

-- Assignments.

CREATE VIEW entremise.current_assignment AS
SELECT proposal.id, proposal.job, proposal.key[1] AS need_id, proposal.title AS need_title,
    owner.member_id AS owner_id, owner.name AS owner_name, proposal.key[2] AS candidate_id,
    proposal.body ->> 'candidateTitle' AS candidate_title, holder.member_id,
    holder.name AS member_name, proposal.position AS rank,
    (proposal.body ->> 'score')::double precision AS score,
    proposal.body #>> '{why,fr}' AS why_fr, proposal.body #>> '{why,en}' AS why_en,
    proposal.reasons_fr, proposal.reasons_en, proposal.is_new, proposal.run_id, proposal.run_on,
    proposal.verdict, proposal.reason, proposal.note, proposal.decided_by, proposal.decided_at
FROM entremise.current_proposal AS proposal
LEFT JOIN entremise.party AS holder
    ON holder.proposal_id = proposal.id AND holder.role = 'holder'
LEFT JOIN entremise.party AS owner
    ON owner.proposal_id = proposal.id AND owner.role = 'owner'
WHERE proposal.kind = 'assignment';
COMMENT ON VIEW entremise.current_assignment IS 'Assignments in force: one row for each need and candidate of each job.';
COMMENT ON COLUMN entremise.current_assignment.id IS 'Number of the version in force.';
COMMENT ON COLUMN entremise.current_assignment.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.current_assignment.need_id IS 'Which need, by the platform''s id.';
COMMENT ON COLUMN entremise.current_assignment.need_title IS 'Title of the need at the time.';
COMMENT ON COLUMN entremise.current_assignment.owner_id IS 'Member who asks, if any.';
COMMENT ON COLUMN entremise.current_assignment.owner_name IS 'Name of the member who asks, where the run knew it.';
COMMENT ON COLUMN entremise.current_assignment.candidate_id IS 'Which candidate, by the platform''s id.';
COMMENT ON COLUMN entremise.current_assignment.candidate_title IS 'Title of the candidate at the time.';
COMMENT ON COLUMN entremise.current_assignment.member_id IS 'Member who is to take the need.';
COMMENT ON COLUMN entremise.current_assignment.member_name IS 'Name of the member who is to take the need.';
COMMENT ON COLUMN entremise.current_assignment.rank IS 'Place among those who take the need, from 1.';
COMMENT ON COLUMN entremise.current_assignment.score IS 'How likely the candidate answers the need, 0 to 1, to four digits.';
COMMENT ON COLUMN entremise.current_assignment.why_fr IS 'Why, in one sentence, in French.';
COMMENT ON COLUMN entremise.current_assignment.why_en IS 'Why, in one sentence, in English.';
COMMENT ON COLUMN entremise.current_assignment.reasons_fr IS 'Reasons in French, the most telling first.';
COMMENT ON COLUMN entremise.current_assignment.reasons_en IS 'Reasons in English, the most telling first.';
COMMENT ON COLUMN entremise.current_assignment.is_new IS 'Whether that version was proposed for the first time, or again on a new basis after a decline.';
COMMENT ON COLUMN entremise.current_assignment.run_id IS 'Run that first showed it in this form.';
COMMENT ON COLUMN entremise.current_assignment.run_on IS 'Day that this run took for today.';
COMMENT ON COLUMN entremise.current_assignment.verdict IS 'accepted, declined or corrected; NULL: nobody decided, or what was declined has changed since.';
COMMENT ON COLUMN entremise.current_assignment.reason IS 'Why, in a word that can be counted.';
COMMENT ON COLUMN entremise.current_assignment.note IS 'Why, in the person''s own words.';
COMMENT ON COLUMN entremise.current_assignment.decided_by IS 'Who decided: a member''s id, or a coordinator''s name.';
COMMENT ON COLUMN entremise.current_assignment.decided_at IS 'When.';

-- Bids, and their members, lots and work.

CREATE VIEW entremise.current_bid AS
SELECT proposal.id, proposal.job, proposal.key[1] AS tender_id, proposal.title AS tender_title,
    proposal.body ->> 'buyer' AS buyer, (proposal.body ->> 'deadline')::date AS deadline_on,
    proposal.body ->> 'status' AS status,
    (proposal.body #>> '{price,cents}')::bigint AS price_cents,
    (proposal.body #>> '{budget,cents}')::bigint AS budget_cents,
    lead.member_id AS lead_id, lead.name AS lead_name,
    ARRAY(
        SELECT party.member_id FROM entremise.party
        WHERE party.proposal_id = proposal.id AND party.role IN ('lead', 'member')
        ORDER BY party.position
    ) AS members,
    coalesce(proposal.body -> 'lots', '[]') AS lots, proposal.reasons_fr, proposal.reasons_en,
    proposal.is_new, proposal.run_id, proposal.run_on, proposal.verdict, proposal.reason,
    proposal.note, proposal.decided_by, proposal.decided_at
FROM entremise.current_proposal AS proposal
LEFT JOIN entremise.party AS lead
    ON lead.proposal_id = proposal.id AND lead.role = 'lead'
WHERE proposal.kind = 'bid';
COMMENT ON VIEW entremise.current_bid IS 'Bids in force: one row for each tender of each job, also where no group can bid.';
COMMENT ON COLUMN entremise.current_bid.id IS 'Number of the version in force.';
COMMENT ON COLUMN entremise.current_bid.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.current_bid.tender_id IS 'Which tender, by the platform''s id.';
COMMENT ON COLUMN entremise.current_bid.tender_title IS 'Subject of the tender at the time.';
COMMENT ON COLUMN entremise.current_bid.buyer IS 'Who buys.';
COMMENT ON COLUMN entremise.current_bid.deadline_on IS 'Last day to submit.';
COMMENT ON COLUMN entremise.current_bid.status IS 'optimal (proven best), feasible (the search ended early) or none (no group can bid; the reasons say why).';
COMMENT ON COLUMN entremise.current_bid.price_cents IS 'Price of the whole bid before VAT, in cents.';
COMMENT ON COLUMN entremise.current_bid.budget_cents IS 'Budget of the lots bid for, in cents; NULL: not published for all of them.';
COMMENT ON COLUMN entremise.current_bid.lead_id IS 'Member who leads (mandataire); NULL where there is no group.';
COMMENT ON COLUMN entremise.current_bid.lead_name IS 'Name of the member who leads.';
COMMENT ON COLUMN entremise.current_bid.members IS 'Members of the group, by the platform''s id, in the order that people read them.';
COMMENT ON COLUMN entremise.current_bid.lots IS 'Lots of the tender as they were recorded; current_bid_lot and current_bid_work take them apart.';
COMMENT ON COLUMN entremise.current_bid.reasons_fr IS 'Why this team, or why none, in French.';
COMMENT ON COLUMN entremise.current_bid.reasons_en IS 'Why this team, or why none, in English.';
COMMENT ON COLUMN entremise.current_bid.is_new IS 'Whether that team was proposed for that tender for the first time, or again on a new basis after a decline.';
COMMENT ON COLUMN entremise.current_bid.run_id IS 'Run that first showed it in this form.';
COMMENT ON COLUMN entremise.current_bid.run_on IS 'Day that this run took for today.';
COMMENT ON COLUMN entremise.current_bid.verdict IS 'accepted, declined or corrected; NULL: nobody decided, or what was declined has changed since.';
COMMENT ON COLUMN entremise.current_bid.reason IS 'Why, in a word that can be counted.';
COMMENT ON COLUMN entremise.current_bid.note IS 'Why, in the person''s own words.';
COMMENT ON COLUMN entremise.current_bid.decided_by IS 'Who decided: a member''s id, or a coordinator''s name.';
COMMENT ON COLUMN entremise.current_bid.decided_at IS 'When.';

CREATE VIEW entremise.current_bid_member AS
SELECT proposal.id AS bid_id, proposal.job, proposal.key[1] AS tender_id, party.position,
    party.member_id, party.name, party.role = 'lead' AS leads, party.days, party.amount_cents
FROM entremise.proposal
JOIN entremise.party
    ON party.proposal_id = proposal.id AND party.role IN ('lead', 'member')
WHERE proposal.kind = 'bid' AND proposal.until_run_id IS NULL;
COMMENT ON VIEW entremise.current_bid_member IS 'Members of the bids in force.';
COMMENT ON COLUMN entremise.current_bid_member.bid_id IS 'Number of the bid in force.';
COMMENT ON COLUMN entremise.current_bid_member.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.current_bid_member.tender_id IS 'Which tender, by the platform''s id.';
COMMENT ON COLUMN entremise.current_bid_member.position IS 'Place in the list of members, from 1.';
COMMENT ON COLUMN entremise.current_bid_member.member_id IS 'Which member, by the platform''s id.';
COMMENT ON COLUMN entremise.current_bid_member.name IS 'Name of the member at the time.';
COMMENT ON COLUMN entremise.current_bid_member.leads IS 'Whether the member leads (mandataire).';
COMMENT ON COLUMN entremise.current_bid_member.days IS 'Days of work over all lots.';
COMMENT ON COLUMN entremise.current_bid_member.amount_cents IS 'Money for them before VAT, in cents.';

CREATE VIEW entremise.current_bid_lot AS
SELECT proposal.id AS bid_id, proposal.job, proposal.key[1] AS tender_id,
    list.lot ->> 'lot' AS lot_id, list.position::integer AS position,
    (list.lot ->> 'number')::integer AS number, list.lot ->> 'title' AS title,
    (list.lot ->> 'isBidFor')::boolean AS is_bid_for,
    (list.lot #>> '{price,cents}')::bigint AS price_cents,
    (list.lot #>> '{budget,cents}')::bigint AS budget_cents,
    list.lot #>> '{reason,fr}' AS reason_fr, list.lot #>> '{reason,en}' AS reason_en
FROM entremise.proposal
CROSS JOIN LATERAL jsonb_array_elements(proposal.body -> 'lots')
    WITH ORDINALITY AS list (lot, position)
WHERE proposal.kind = 'bid' AND proposal.until_run_id IS NULL;
COMMENT ON VIEW entremise.current_bid_lot IS 'Lots of the tenders that bids in force are for.';
COMMENT ON COLUMN entremise.current_bid_lot.bid_id IS 'Number of the bid in force.';
COMMENT ON COLUMN entremise.current_bid_lot.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.current_bid_lot.tender_id IS 'Which tender, by the platform''s id.';
COMMENT ON COLUMN entremise.current_bid_lot.lot_id IS 'Which lot, by the platform''s id.';
COMMENT ON COLUMN entremise.current_bid_lot.position IS 'Place in the list of lots, from 1.';
COMMENT ON COLUMN entremise.current_bid_lot.number IS 'Number of the lot in its tender.';
COMMENT ON COLUMN entremise.current_bid_lot.title IS 'Title of the lot at the time.';
COMMENT ON COLUMN entremise.current_bid_lot.is_bid_for IS 'Whether the group bids for it.';
COMMENT ON COLUMN entremise.current_bid_lot.price_cents IS 'Price of the lot before VAT, in cents.';
COMMENT ON COLUMN entremise.current_bid_lot.budget_cents IS 'Budget before VAT, in cents; NULL: not published.';
COMMENT ON COLUMN entremise.current_bid_lot.reason_fr IS 'Where it is not bid for, why, in French.';
COMMENT ON COLUMN entremise.current_bid_lot.reason_en IS 'Where it is not bid for, why, in English.';

CREATE VIEW entremise.current_bid_work AS
SELECT proposal.id AS bid_id, proposal.job, proposal.key[1] AS tender_id,
    list.lot ->> 'lot' AS lot_id, share.position::integer AS position,
    share.work ->> 'member' AS member_id, share.work ->> 'skill' AS skill_id,
    share.work #>> '{label,fr}' AS label_fr, share.work #>> '{label,en}' AS label_en,
    (share.work ->> 'days')::double precision AS days,
    (share.work #>> '{rate,cents}')::bigint AS rate_cents,
    (share.work #>> '{amount,cents}')::bigint AS amount_cents
FROM entremise.proposal
CROSS JOIN LATERAL jsonb_array_elements(proposal.body -> 'lots') AS list (lot)
CROSS JOIN LATERAL jsonb_array_elements(list.lot -> 'work')
    WITH ORDINALITY AS share (work, position)
WHERE proposal.kind = 'bid' AND proposal.until_run_id IS NULL;
COMMENT ON VIEW entremise.current_bid_work IS 'Days of each member on each skill of each lot of the bids in force.';
COMMENT ON COLUMN entremise.current_bid_work.bid_id IS 'Number of the bid in force.';
COMMENT ON COLUMN entremise.current_bid_work.job IS 'Job that proposes it.';
COMMENT ON COLUMN entremise.current_bid_work.tender_id IS 'Which tender, by the platform''s id.';
COMMENT ON COLUMN entremise.current_bid_work.lot_id IS 'Which lot, by the platform''s id.';
COMMENT ON COLUMN entremise.current_bid_work.position IS 'Place in the list of the lot, from 1.';
COMMENT ON COLUMN entremise.current_bid_work.member_id IS 'Which member, by the platform''s id.';
COMMENT ON COLUMN entremise.current_bid_work.skill_id IS 'Which skill, by the platform''s id.';
COMMENT ON COLUMN entremise.current_bid_work.label_fr IS 'French label of the skill at the time.';
COMMENT ON COLUMN entremise.current_bid_work.label_en IS 'English label of the skill at the time.';
COMMENT ON COLUMN entremise.current_bid_work.days IS 'Days of work, in halves.';
COMMENT ON COLUMN entremise.current_bid_work.rate_cents IS 'Daily rate before VAT, in cents.';
COMMENT ON COLUMN entremise.current_bid_work.amount_cents IS 'Money before VAT, in cents.';

-- Whoever could read proposals may read the views.

DO $$
DECLARE
    given record;
BEGIN
    FOR given IN
        SELECT acl.grantee, acl.is_grantable
        FROM pg_class
        CROSS JOIN LATERAL aclexplode(pg_class.relacl) AS acl
        WHERE pg_class.oid = 'entremise.proposal'::regclass AND acl.privilege_type = 'SELECT'
            AND acl.grantee <> pg_class.relowner
    LOOP
        EXECUTE format(
            'GRANT SELECT ON entremise.current_proposal, entremise.current_suggestion, '
                || 'entremise.current_assignment, entremise.current_bid, '
                || 'entremise.current_bid_member, entremise.current_bid_lot, '
                || 'entremise.current_bid_work TO %s %s',
            CASE WHEN given.grantee = 0 THEN 'PUBLIC'
                ELSE quote_ident(pg_get_userbyid(given.grantee)) END,
            CASE WHEN given.is_grantable THEN 'WITH GRANT OPTION' END);
    END LOOP;
END
$$;

-- What people say of proposals: the same row that `entremise decide` writes, under the same rules. It
-- runs with the rights of its owner, so that who may call it need not write into any table.

CREATE FUNCTION entremise.decide(
    kind text, key text[], verdict text, reason text DEFAULT NULL, by text DEFAULT NULL,
    note text DEFAULT NULL, job text DEFAULT NULL
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    named    text := concat_ws(' ', decide.kind, array_to_string(decide.key, ' '));
    jobs     text[];
    versions bigint[];
    seen     entremise.proposal;
    said     record;
    saved    bigint;
BEGIN
    IF decide.kind IS NULL OR coalesce(cardinality(decide.key), 0) = 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
            MESSAGE = 'expected a kind and a key, such as ''suggestion'', ARRAY[need, candidate]';
    END IF;
    IF coalesce(decide.verdict NOT IN ('accepted', 'declined', 'corrected'), true) THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
            MESSAGE = format(
                'expected the verdict accepted, declined or corrected, found %L', decide.verdict);
    END IF;
    IF decide.verdict = 'declined' AND coalesce(decide.reason, '') !~ '\S' THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
            MESSAGE = 'a decline needs a reason',
            HINT = 'Say why in a word that can be counted, such as price, dates, team.';
    END IF;
    IF coalesce(decide.by, '') !~ '\S' THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
            MESSAGE = 'a decision needs to say who decided',
            HINT = 'Say by => a member''s id, or a coordinator''s name.';
    END IF;

    jobs := ARRAY(SELECT DISTINCT run.job FROM entremise.run ORDER BY run.job);
    IF decide.job IS NOT NULL AND decide.job <> ALL (jobs) THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
            MESSAGE = format('no run of a job %L is recorded', decide.job),
            HINT = format(
                'Jobs that ran: %s.', coalesce(nullif(array_to_string(jobs, ', '), ''), 'none yet'));
    ELSIF decide.job IS NOT NULL THEN
        jobs := ARRAY[decide.job];
    END IF;
    -- Two that say the same at once take turns, so that the second hears of the first.
    PERFORM pg_advisory_xact_lock(hashtextextended('entremise.decision ' || named, 0));

    -- What is in force; else, but for bids, what was decided on last and is withheld since.
    versions := ARRAY(
        SELECT proposal.id FROM entremise.proposal
        WHERE proposal.job = ANY (jobs) AND proposal.key = decide.key
            AND proposal.kind = decide.kind AND proposal.until_run_id IS NULL);
    IF cardinality(versions) = 0 AND decide.kind <> 'bid' THEN
        versions := ARRAY(
            SELECT proposal.id FROM entremise.last_decision() AS word
            JOIN entremise.proposal ON proposal.id = word.proposal_id
            WHERE word.job = ANY (jobs) AND word.key = decide.key AND proposal.kind = decide.kind);
    END IF;
    IF cardinality(versions) = 0 THEN
        IF NOT EXISTS (SELECT FROM entremise.proposal WHERE proposal.kind = decide.kind) THEN
            RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
                MESSAGE = format('no run made a proposal of the kind %L', decide.kind),
                HINT = format('Kinds that there are: %s.', coalesce((
                    SELECT string_agg(DISTINCT proposal.kind, ', ') FROM entremise.proposal
                ), 'none yet'));
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'no_data_found',
            MESSAGE = format('no run proposes the %s', named),
            HINT = 'entremise.current_proposal lists what is in force, with its key.';
    END IF;
    IF cardinality(versions) > 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value',
            MESSAGE = format('several jobs propose the %s; expected one, as job => …', named),
            HINT = format('Jobs that do: %s.', (
                SELECT string_agg(proposal.job, ', ' ORDER BY proposal.job)
                FROM entremise.proposal WHERE proposal.id = ANY (versions)));
    END IF;
    SELECT * INTO STRICT seen FROM entremise.proposal WHERE proposal.id = versions[1];
    SELECT * INTO said FROM entremise.last_decision() AS word
    WHERE word.job = seen.job AND word.key = seen.key;

    IF seen.kind = 'bid' THEN
        -- A bid that was declined is withheld behind the word that there is none.
        IF seen.body ->> 'status' = 'none' AND said.verdict = 'declined' THEN
            SELECT * INTO STRICT seen FROM entremise.proposal
            WHERE proposal.id = said.proposal_id;
        END IF;
        IF seen.body ->> 'status' = 'none' THEN
            RAISE EXCEPTION USING ERRCODE = 'no_data_found',
                MESSAGE = format(
                    'no group can bid for %L, so there is nothing to decide on', seen.key[1]),
                HINT = 'entremise.current_bid says why in its reasons, current_bid_lot by lot.';
        END IF;
        IF decide.verdict = 'accepted' AND EXISTS (
            SELECT FROM network.tender
            WHERE tender.id = seen.key[1] AND tender.status IN ('lost', 'closed')
        ) THEN
            RAISE EXCEPTION USING ERRCODE = 'no_data_found',
                MESSAGE = format(
                    'the tender %L is lost or closed; its bid can no longer be accepted',
                    seen.key[1]);
        END IF;
    END IF;
    IF said.proposal_id = seen.id AND said.verdict = decide.verdict THEN
        RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',
            MESSAGE = format(
                'the %s was %s already, by %s on %s; nothing was recorded', named, said.verdict,
                said.decided_by, to_char(said.decided_at, 'YYYY-MM-DD'));
    END IF;

    INSERT INTO entremise.decision (job, key, proposal_id, verdict, reason, note, decided_by)
    VALUES (seen.job, seen.key, seen.id, decide.verdict, decide.reason, decide.note, decide.by)
    RETURNING decision.id INTO saved;
    RETURN saved;
END
$$;
COMMENT ON FUNCTION entremise.decide IS 'Records what somebody said of the proposal in force of a kind under a key (accepted, declined with a reason, corrected; who, and perhaps why in their own words; the job where several propose it), and gives the number of the decision.';
REVOKE EXECUTE ON FUNCTION entremise.decide FROM PUBLIC;
