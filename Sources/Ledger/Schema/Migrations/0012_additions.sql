-- What is kept of a need is no longer written anew each night: who came or changed is added to it.
-- A candidate that changed gets a new number, so that what was found of it before counts no more.

-- To forget what was kept costs one full night and nothing else.
DELETE FROM entremise.scored_need;
DELETE FROM entremise.scored_candidate;
DELETE FROM entremise.scored_market;

ALTER TABLE entremise.scored_market
    ADD COLUMN next_number integer NOT NULL CHECK (next_number >= 0);
ALTER TABLE entremise.scored_market ALTER COLUMN statistics SET STORAGE EXTERNAL;
COMMENT ON COLUMN entremise.scored_market.next_number IS 'Lowest number that never stood for a candidate in what is kept.';

ALTER TABLE entremise.scored_need ADD COLUMN added bytea NOT NULL;
ALTER TABLE entremise.scored_need ALTER COLUMN added SET STORAGE EXTERNAL;
COMMENT ON COLUMN entremise.scored_need.found IS 'Candidates retrieved when the need was last judged against all, best first: number, nearness and score of each, as the program wrote them.';
COMMENT ON COLUMN entremise.scored_need.added IS 'Candidates retrieved since, night after night, likewise.';
COMMENT ON COLUMN entremise.scored_candidate.number IS 'Number that stands for the candidate in scored_need, a new one whenever it changes.';
COMMENT ON COLUMN entremise.suggestion.score IS 'How likely the match is right, 0 to 1, to four digits.';
