-- Contracts that members carried out, to show for tenders like them: a bid counts them in how well its
-- members suit the work, and its sheet lists them for the candidacy form DC2.
--
-- Both tables may stay empty: nobody then has a reference, and all else goes on as before.

CREATE TABLE network.reference (
    id        text PRIMARY KEY CHECK (id <> ''),
    member_id text NOT NULL REFERENCES network.member ON DELETE CASCADE,
    title     text NOT NULL,
    client    text NOT NULL,
    year      integer NOT NULL,
    amount    numeric,
    cpv       text[] NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE network.reference IS 'Contracts that members carried out, to show for tenders like them.';
COMMENT ON COLUMN network.reference.id IS 'The platform''s id of the reference.';
COMMENT ON COLUMN network.reference.member_id IS 'Whose work it was.';
COMMENT ON COLUMN network.reference.title IS 'What the contract was about.';
COMMENT ON COLUMN network.reference.client IS 'Whom it was for, as it may be named to other buyers.';
COMMENT ON COLUMN network.reference.year IS 'Year in which the work ended.';
COMMENT ON COLUMN network.reference.amount IS 'Amount before VAT of the member''s own part, in euros; none: not said.';
COMMENT ON COLUMN network.reference.cpv IS 'Codes of the Common Procurement Vocabulary that the contract was published under, with or without their check digit.';
CREATE INDEX reference_member ON network.reference (member_id);

CREATE TABLE network.reference_skill (
    reference_id text NOT NULL REFERENCES network.reference ON DELETE CASCADE,
    skill_id     text NOT NULL REFERENCES network.skill,
    PRIMARY KEY (reference_id, skill_id)
);
COMMENT ON TABLE network.reference_skill IS 'Skills that references show.';
COMMENT ON COLUMN network.reference_skill.reference_id IS 'Which reference.';
COMMENT ON COLUMN network.reference_skill.skill_id IS 'Which skill.';
CREATE INDEX reference_skill_skill ON network.reference_skill (skill_id);
