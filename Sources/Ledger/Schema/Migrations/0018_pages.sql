-- Where a need and a candidate have their pages on the platform, and until when a need can be answered,
-- where its queries say so: the views of pairs say it at their end.

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
    (proposal.body ->> 'deadline')::date AS deadline_on
FROM entremise.current_proposal AS proposal
LEFT JOIN entremise.party AS candidate
    ON candidate.proposal_id = proposal.id AND candidate.role = 'candidate'
LEFT JOIN entremise.party AS owner
    ON owner.proposal_id = proposal.id AND owner.role = 'owner'
WHERE proposal.kind = 'suggestion';
COMMENT ON COLUMN entremise.current_suggestion.need_url IS 'Page of the need on the platform, if it said so.';
COMMENT ON COLUMN entremise.current_suggestion.candidate_url IS 'Page of the candidate on the platform, if it said so.';
COMMENT ON COLUMN entremise.current_suggestion.deadline_on IS 'Last day to answer the need, if there is one.';

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
    (proposal.body ->> 'deadline')::date AS deadline_on
FROM entremise.current_proposal AS proposal
LEFT JOIN entremise.party AS holder
    ON holder.proposal_id = proposal.id AND holder.role = 'holder'
LEFT JOIN entremise.party AS owner
    ON owner.proposal_id = proposal.id AND owner.role = 'owner'
WHERE proposal.kind = 'assignment';
COMMENT ON COLUMN entremise.current_assignment.need_url IS 'Page of the need on the platform, if it said so.';
COMMENT ON COLUMN entremise.current_assignment.candidate_url IS 'Page of the candidate on the platform, if it said so.';
COMMENT ON COLUMN entremise.current_assignment.deadline_on IS 'Last day to answer the need, if there is one.';
