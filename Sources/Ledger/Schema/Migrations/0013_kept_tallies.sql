-- What a night finds of each candidate alone, and how many candidates each hard rule left out for a
-- need, is kept: the next night reckons it for those who came, changed or went, not for everybody.

-- To forget what was kept costs one full night and nothing else.
DELETE FROM entremise.scored_need;
DELETE FROM entremise.scored_candidate;
DELETE FROM entremise.scored_market;

ALTER TABLE entremise.scored_candidate
    ADD COLUMN hubness real NOT NULL,
    ADD COLUMN traits bytea NOT NULL;
COMMENT ON COLUMN entremise.scored_candidate.hubness IS 'How near the candidate is to everything, more than the mean: what is taken from its cosines where meaning stands alone.';
COMMENT ON COLUMN entremise.scored_candidate.traits IS 'What hard rules looked at of it, as the program wrote it.';

ALTER TABLE entremise.scored_market ADD COLUMN excluded bytea NOT NULL;
ALTER TABLE entremise.scored_market ALTER COLUMN excluded SET STORAGE EXTERNAL;
COMMENT ON COLUMN entremise.scored_market.excluded IS 'For each need, ascending by id, how many candidates each hard rule excluded first, in the order of the rules: whole numbers of 32 bits, little-endian.';
