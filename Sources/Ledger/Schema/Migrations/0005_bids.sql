-- What a joint bid needs to be sent: who may lead, what every member must show, the smallest share a
-- member accepts, certifications of one lot; and all that is recorded beside a bid.
--
-- Every new column has a default or may be empty, so that a platform that knows nothing of it goes on
-- as before.

ALTER TABLE network.member
    ADD COLUMN insurance numeric,
    ADD COLUMN leads_bids boolean NOT NULL DEFAULT true,
    ADD COLUMN bid_days_min numeric;
COMMENT ON COLUMN network.member.insurance IS 'Amount that the member''s professional liability is insured for, in euros; none: not known.';
COMMENT ON COLUMN network.member.leads_bids IS 'Whether the member accepts to lead a joint bid (mandataire).';
COMMENT ON COLUMN network.member.bid_days_min IS 'Fewest days of a joint bid that the member accepts to work; none: any.';

ALTER TABLE network.tender
    ADD COLUMN member_certifications text[] NOT NULL DEFAULT '{}',
    ADD COLUMN insurance_min numeric;
COMMENT ON COLUMN network.tender.member_certifications IS 'Certifications that every member of the group must hold, all of them.';
COMMENT ON COLUMN network.tender.insurance_min IS 'Amount that every member''s professional liability must be insured for, in euros; none: no minimum.';

ALTER TABLE network.lot
    ADD COLUMN certifications text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN network.lot.certifications IS 'Certifications that one member of a group bidding for the lot must hold, all of them.';

ALTER TABLE entremise.bid
    ADD COLUMN details jsonb CHECK (jsonb_typeof(details) = 'object'),
    ADD COLUMN seconds double precision CHECK (seconds >= 0);
COMMENT ON COLUMN entremise.bid.details IS 'What comes with the bid: proofs with bound and nodes, other teams, substitutes, competing bids, what the tender asks and members show; none: recorded by an earlier version.';
COMMENT ON COLUMN entremise.bid.seconds IS 'Seconds that the search took; recorded, never compared.';
