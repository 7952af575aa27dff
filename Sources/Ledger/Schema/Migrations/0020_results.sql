-- What platforms read and write of results, once more.

-- One set of rules for what may be decided: `entremise decide` calls the function too, which names the
-- case that it refuses as its error's constraint. Where several networks propose the same, it is told which.
-- Whoever could record decisions, or call it, may call it.

CREATE TEMPORARY TABLE caller ON COMMIT DROP AS
SELECT acl.grantee, acl.is_grantable
FROM pg_proc
CROSS JOIN LATERAL aclexplode(coalesce(pg_proc.proacl, acldefault('f', pg_proc.proowner))) AS acl
WHERE pg_proc.oid = 'entremise.decide(text, text[], text, text, text, text, text)'::regprocedure
    AND acl.grantee <> pg_proc.proowner
UNION
SELECT acl.grantee, acl.is_grantable
FROM pg_class
CROSS JOIN LATERAL aclexplode(pg_class.relacl) AS acl
WHERE pg_class.oid = 'entremise.decision'::regclass AND acl.privilege_type = 'INSERT'
    AND acl.grantee <> pg_class.relowner;
DROP FUNCTION entremise.decide(text, text[], text, text, text, text, text);
CREATE FUNCTION entremise.decide(
    kind text, key text[], verdict text, reason text DEFAULT NULL, by text DEFAULT NULL,
    note text DEFAULT NULL, job text DEFAULT NULL, network text DEFAULT NULL
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    named    text := concat_ws(' ', decide.kind, array_to_string(decide.key, ' '));
    jobs     text[];
    networks text[];
    versions bigint[];
    seen     entremise.proposal;
    said     record;
    saved    bigint;
BEGIN
    IF decide.kind IS NULL OR coalesce(cardinality(decide.key), 0) = 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', CONSTRAINT = 'no_key',
            MESSAGE = 'expected a kind and a key, such as ''suggestion'', ARRAY[need, candidate]';
    END IF;
    IF coalesce(decide.verdict NOT IN ('accepted', 'declined', 'corrected'), true) THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', CONSTRAINT = 'unknown_verdict',
            MESSAGE = format(
                'expected the verdict accepted, declined or corrected, found %L', decide.verdict);
    END IF;
    IF decide.verdict = 'declined' AND coalesce(decide.reason, '') !~ '\S' THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', CONSTRAINT = 'no_reason',
            MESSAGE = 'a decline needs a reason',
            HINT = 'Say why in a word that can be counted, such as price, dates, team.';
    END IF;
    IF coalesce(decide.by, '') !~ '\S' THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', CONSTRAINT = 'nobody_named',
            MESSAGE = 'a decision needs to say who decided',
            HINT = 'Say by => a member''s id, or a coordinator''s name.';
    END IF;

    jobs := ARRAY(SELECT DISTINCT run.job FROM entremise.run ORDER BY run.job);
    IF decide.job IS NOT NULL AND decide.job <> ALL (jobs) THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', CONSTRAINT = 'unknown_job',
            MESSAGE = format('no run of a job %L is recorded', decide.job),
            HINT = format(
                'Jobs that ran: %s.', coalesce(nullif(array_to_string(jobs, ', '), ''), 'none yet'));
    ELSIF decide.job IS NOT NULL THEN
        jobs := ARRAY[decide.job];
    END IF;
    networks := ARRAY(SELECT DISTINCT run.network FROM entremise.run ORDER BY run.network);
    IF decide.network IS NOT NULL AND decide.network <> ALL (networks) THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', CONSTRAINT = 'unknown_network',
            MESSAGE = format('no run of a network %L is recorded', decide.network),
            HINT = format('Networks that ran: %s.', coalesce((
                SELECT string_agg(format('%L', ran.key), ', ') FROM unnest(networks) AS ran (key)
            ), 'none yet'));
    ELSIF decide.network IS NOT NULL THEN
        networks := ARRAY[decide.network];
    END IF;
    -- Two that say the same at once take turns, so that the second hears of the first.
    PERFORM pg_advisory_xact_lock(hashtextextended('entremise.decision ' || named, 0));

    -- What is in force; else, but for bids, what was decided on last and is withheld since.
    versions := ARRAY(
        SELECT proposal.id FROM entremise.proposal
        WHERE proposal.network = ANY (networks) AND proposal.job = ANY (jobs)
            AND proposal.key = decide.key AND proposal.kind = decide.kind
            AND proposal.until_run_id IS NULL);
    IF cardinality(versions) = 0 AND decide.kind <> 'bid' THEN
        versions := ARRAY(
            SELECT proposal.id FROM entremise.last_decision() AS word
            JOIN entremise.proposal ON proposal.id = word.proposal_id
            WHERE word.network = ANY (networks) AND word.job = ANY (jobs) AND word.key = decide.key
                AND proposal.kind = decide.kind);
    END IF;
    IF cardinality(versions) = 0 THEN
        IF NOT EXISTS (SELECT FROM entremise.proposal WHERE proposal.kind = decide.kind) THEN
            RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', CONSTRAINT = 'unknown_kind',
                MESSAGE = format('no run made a proposal of the kind %L', decide.kind),
                HINT = format('Kinds that there are: %s.', coalesce((
                    SELECT string_agg(DISTINCT proposal.kind, ', ') FROM entremise.proposal
                ), 'none yet'));
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'no_data_found', CONSTRAINT = 'nothing_proposed',
            MESSAGE = format('no run proposes the %s', named),
            HINT = 'entremise.current_proposal lists what is in force, with its key.';
    END IF;
    IF (
        SELECT count(DISTINCT proposal.network) FROM entremise.proposal
        WHERE proposal.id = ANY (versions)
    ) > 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', CONSTRAINT = 'several_networks',
            MESSAGE = format('several networks propose the %s; expected one, as network => …', named),
            HINT = format('Networks that do: %s.', (
                SELECT string_agg(DISTINCT format('%L', proposal.network), ', ')
                FROM entremise.proposal WHERE proposal.id = ANY (versions)));
    END IF;
    IF cardinality(versions) > 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'invalid_parameter_value', CONSTRAINT = 'several_jobs',
            MESSAGE = format('several jobs propose the %s; expected one, as job => …', named),
            HINT = format('Jobs that do: %s.', (
                SELECT string_agg(proposal.job, ', ' ORDER BY proposal.job)
                FROM entremise.proposal WHERE proposal.id = ANY (versions)));
    END IF;
    SELECT * INTO STRICT seen FROM entremise.proposal WHERE proposal.id = versions[1];
    SELECT * INTO said FROM entremise.last_decision() AS word
    WHERE word.network = seen.network AND word.job = seen.job AND word.key = seen.key;

    IF seen.kind = 'bid' THEN
        -- A bid that was declined is withheld behind the word that there is none.
        IF seen.body ->> 'status' = 'none' AND said.verdict = 'declined' THEN
            SELECT * INTO STRICT seen FROM entremise.proposal
            WHERE proposal.id = said.proposal_id;
        END IF;
        IF seen.body ->> 'status' = 'none' THEN
            RAISE EXCEPTION USING ERRCODE = 'no_data_found', CONSTRAINT = 'no_group',
                MESSAGE = format(
                    'no group can bid for %L, so there is nothing to decide on', seen.key[1]),
                HINT = 'entremise.current_bid says why in its reasons, current_bid_lot by lot.';
        END IF;
        IF decide.verdict = 'accepted' AND EXISTS (
            SELECT FROM network.tender
            WHERE tender.id = seen.key[1] AND tender.status IN ('lost', 'closed')
        ) THEN
            RAISE EXCEPTION USING ERRCODE = 'no_data_found', CONSTRAINT = 'tender_over',
                MESSAGE = format(
                    'the tender %L is lost or closed; its bid can no longer be accepted',
                    seen.key[1]);
        END IF;
    END IF;
    IF said.proposal_id = seen.id AND said.verdict = decide.verdict THEN
        RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = 'said_already',
            MESSAGE = format(
                'the %s was %s already, by %s on %s; nothing was recorded', named, said.verdict,
                said.decided_by, to_char(said.decided_at, 'YYYY-MM-DD'));
    END IF;

    INSERT INTO entremise.decision
        (network, job, key, proposal_id, verdict, reason, note, decided_by)
    VALUES (
        seen.network, seen.job, seen.key, seen.id, decide.verdict, decide.reason, decide.note,
        decide.by)
    RETURNING decision.id INTO saved;
    RETURN saved;
END
$$;
COMMENT ON FUNCTION entremise.decide IS 'Records what somebody said of the proposal in force of a kind under a key (accepted, declined with a reason, corrected; who, and perhaps why in their own words; the job and the network where several propose it), and gives the number of the decision.';
REVOKE EXECUTE ON FUNCTION entremise.decide FROM PUBLIC;

DO $$
DECLARE
    given record;
BEGIN
    FOR given IN SELECT * FROM caller LOOP
        EXECUTE format(
            'GRANT EXECUTE ON FUNCTION entremise.decide TO %s %s',
            CASE WHEN given.grantee = 0 THEN 'PUBLIC'
                ELSE quote_ident(pg_get_userbyid(given.grantee)) END,
            CASE WHEN given.is_grantable THEN 'WITH GRANT OPTION' END);
    END LOOP;
END
$$;

-- The network, pages of tenders and lots, and deadlines with a time: at the end of the views.

CREATE OR REPLACE VIEW entremise.current_suggestion AS
SELECT proposal.id, proposal.job, proposal.key[1] AS need_id, proposal.title AS need_title,
    owner.member_id AS owner_id, owner.name AS owner_name, proposal.key[2] AS candidate_id,
    proposal.body ->> 'candidateTitle' AS candidate_title, candidate.member_id,
    candidate.name AS member_name, proposal.position AS rank,
    round((proposal.body ->> 'score')::numeric, 4)::double precision AS score,
    proposal.body -> 'signals' AS signals, proposal.reasons_fr, proposal.reasons_en,
    proposal.is_new, proposal.run_id, proposal.run_on, proposal.verdict, proposal.reason,
    proposal.note, proposal.decided_by, proposal.decided_at,
    proposal.body ->> 'needURL' AS need_url, proposal.body ->> 'candidateURL' AS candidate_url,
    (proposal.body ->> 'deadline')::date AS deadline_on, proposal.network,
    CASE
        WHEN proposal.body ->> 'deadline' LIKE '%T%'
            THEN (proposal.body ->> 'deadline')::timestamp
    END AS deadline_at
FROM entremise.current_proposal AS proposal
LEFT JOIN entremise.party AS candidate
    ON candidate.proposal_id = proposal.id AND candidate.role = 'candidate'
LEFT JOIN entremise.party AS owner
    ON owner.proposal_id = proposal.id AND owner.role = 'owner'
WHERE proposal.kind = 'suggestion';
COMMENT ON COLUMN entremise.current_suggestion.network IS 'Key of the network whose job proposes it; empty where the installation has one.';
COMMENT ON COLUMN entremise.current_suggestion.deadline_at IS 'Until when to answer, in the network''s time zone, where the platform says a time; NULL: until the end of deadline_on.';

CREATE OR REPLACE VIEW entremise.current_assignment AS
SELECT proposal.id, proposal.job, proposal.key[1] AS need_id, proposal.title AS need_title,
    owner.member_id AS owner_id, owner.name AS owner_name, proposal.key[2] AS candidate_id,
    proposal.body ->> 'candidateTitle' AS candidate_title, holder.member_id,
    holder.name AS member_name, proposal.position AS rank,
    (proposal.body ->> 'score')::double precision AS score,
    proposal.body #>> '{why,fr}' AS why_fr, proposal.body #>> '{why,en}' AS why_en,
    proposal.reasons_fr, proposal.reasons_en, proposal.is_new, proposal.run_id, proposal.run_on,
    proposal.verdict, proposal.reason, proposal.note, proposal.decided_by, proposal.decided_at,
    proposal.body ->> 'needURL' AS need_url, proposal.body ->> 'candidateURL' AS candidate_url,
    (proposal.body ->> 'deadline')::date AS deadline_on, proposal.network,
    CASE
        WHEN proposal.body ->> 'deadline' LIKE '%T%'
            THEN (proposal.body ->> 'deadline')::timestamp
    END AS deadline_at
FROM entremise.current_proposal AS proposal
LEFT JOIN entremise.party AS holder
    ON holder.proposal_id = proposal.id AND holder.role = 'holder'
LEFT JOIN entremise.party AS owner
    ON owner.proposal_id = proposal.id AND owner.role = 'owner'
WHERE proposal.kind = 'assignment';
COMMENT ON COLUMN entremise.current_assignment.network IS 'Key of the network whose job proposes it; empty where the installation has one.';
COMMENT ON COLUMN entremise.current_assignment.deadline_at IS 'Until when to answer, in the network''s time zone, where the platform says a time; NULL: until the end of deadline_on.';

CREATE OR REPLACE VIEW entremise.current_bid AS
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
    proposal.note, proposal.decided_by, proposal.decided_at, proposal.network,
    CASE
        WHEN proposal.body ->> 'deadline' LIKE '%T%'
            THEN (proposal.body ->> 'deadline')::timestamp
    END AS deadline_at,
    proposal.body ->> 'url' AS tender_url
FROM entremise.current_proposal AS proposal
LEFT JOIN entremise.party AS lead
    ON lead.proposal_id = proposal.id AND lead.role = 'lead'
WHERE proposal.kind = 'bid';
COMMENT ON COLUMN entremise.current_bid.network IS 'Key of the network whose job proposes it; empty where the installation has one.';
COMMENT ON COLUMN entremise.current_bid.deadline_at IS 'Until when to submit, in the network''s time zone, where the platform says a time; NULL: until the end of deadline_on.';
COMMENT ON COLUMN entremise.current_bid.tender_url IS 'Page of the tender on the platform, if it said so.';

CREATE OR REPLACE VIEW entremise.current_bid_lot AS
SELECT proposal.id AS bid_id, proposal.job, proposal.key[1] AS tender_id,
    list.lot ->> 'lot' AS lot_id, list.position::integer AS position,
    (list.lot ->> 'number')::integer AS number, list.lot ->> 'title' AS title,
    (list.lot ->> 'isBidFor')::boolean AS is_bid_for,
    (list.lot #>> '{price,cents}')::bigint AS price_cents,
    (list.lot #>> '{budget,cents}')::bigint AS budget_cents,
    list.lot #>> '{reason,fr}' AS reason_fr, list.lot #>> '{reason,en}' AS reason_en,
    proposal.network, list.lot ->> 'url' AS lot_url
FROM entremise.proposal
CROSS JOIN LATERAL jsonb_array_elements(proposal.body -> 'lots')
    WITH ORDINALITY AS list (lot, position)
WHERE proposal.kind = 'bid' AND proposal.until_run_id IS NULL;
COMMENT ON COLUMN entremise.current_bid_lot.network IS 'Key of the network whose job proposes it; empty where the installation has one.';
COMMENT ON COLUMN entremise.current_bid_lot.lot_url IS 'Page of the lot on the platform, if it said so.';
