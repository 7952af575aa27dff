-- What people say of bids. An accepted bid stands as it is: its days are promised before any other's,
-- until the platform writes them as commitments or the tender is lost or closed.

ALTER TABLE network.commitment
    ADD COLUMN tender_id text REFERENCES network.tender ON DELETE SET NULL;
COMMENT ON COLUMN network.commitment.tender_id IS 'Tender whose joint bid the days are for; days that an accepted bid promised are then not counted again. None: another reason.';
CREATE INDEX commitment_tender ON network.commitment (tender_id);

CREATE TABLE entremise.bid_decision (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bid_id     bigint NOT NULL REFERENCES entremise.bid,
    verdict    text NOT NULL CHECK (verdict IN ('accepted', 'declined', 'corrected')),
    reason     text CHECK (verdict <> 'declined' OR reason IS NOT NULL),
    note       text,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE entremise.bid_decision IS 'What people said of bids; the last word on a tender holds.';
COMMENT ON COLUMN entremise.bid_decision.id IS 'Number of the decision.';
COMMENT ON COLUMN entremise.bid_decision.bid_id IS 'Version of the bid that was decided on.';
COMMENT ON COLUMN entremise.bid_decision.verdict IS 'accepted (its days are promised), declined (with a reason) or corrected.';
COMMENT ON COLUMN entremise.bid_decision.reason IS 'Why, in a word that can be counted; needed for a decline.';
COMMENT ON COLUMN entremise.bid_decision.note IS 'Why, in the person''s own words.';
COMMENT ON COLUMN entremise.bid_decision.decided_by IS 'Who decided: a coordinator''s name, or a member''s id.';
COMMENT ON COLUMN entremise.bid_decision.decided_at IS 'When.';
CREATE INDEX bid_decision_bid ON entremise.bid_decision (bid_id, id);
