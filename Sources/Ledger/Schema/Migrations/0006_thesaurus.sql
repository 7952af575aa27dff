-- Thesauri: names and descriptions of occupations and skills, as public registers publish them and
-- an operator imports them. They are no part of the network: the platform does not write them, and
-- an export of the network leaves them out.

CREATE TABLE entremise.thesaurus (
    scheme      text PRIMARY KEY CHECK (scheme IN ('esco', 'rome')),
    content     text NOT NULL CHECK (content ~ '^[0-9a-f]{64}$'),
    imported_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE entremise.thesaurus IS 'Thesauri that were imported.';
COMMENT ON COLUMN entremise.thesaurus.scheme IS 'esco: European Commission; rome: France Travail.';
COMMENT ON COLUMN entremise.thesaurus.content IS 'SHA-256, in hexadecimal, of all that was imported.';
COMMENT ON COLUMN entremise.thesaurus.imported_at IS 'When it was imported in this form.';

CREATE TABLE entremise.concept (
    scheme         text NOT NULL REFERENCES entremise.thesaurus ON DELETE CASCADE,
    id             text NOT NULL CHECK (id <> ''),
    kind           text NOT NULL CHECK (kind IN ('occupation', 'skill')),
    labels_fr      text[] NOT NULL,
    labels_en      text[] NOT NULL,
    description_fr text,
    description_en text,
    PRIMARY KEY (scheme, id)
);
COMMENT ON TABLE entremise.concept IS 'Occupations and skills of a thesaurus.';
COMMENT ON COLUMN entremise.concept.scheme IS 'Thesaurus.';
COMMENT ON COLUMN entremise.concept.id IS 'URI of ESCO, code of ROME.';
COMMENT ON COLUMN entremise.concept.kind IS 'occupation or skill.';
COMMENT ON COLUMN entremise.concept.labels_fr IS 'French names, the preferred one first.';
COMMENT ON COLUMN entremise.concept.labels_en IS 'English names, the preferred one first.';
COMMENT ON COLUMN entremise.concept.description_fr IS 'What it is, in French.';
COMMENT ON COLUMN entremise.concept.description_en IS 'What it is, in English.';

CREATE TABLE entremise.concept_relation (
    scheme        text NOT NULL,
    occupation_id text NOT NULL,
    skill_id      text NOT NULL,
    is_essential  boolean NOT NULL,
    PRIMARY KEY (scheme, occupation_id, skill_id),
    FOREIGN KEY (scheme, occupation_id) REFERENCES entremise.concept ON DELETE CASCADE,
    FOREIGN KEY (scheme, skill_id) REFERENCES entremise.concept ON DELETE CASCADE
);
CREATE INDEX concept_relation_skill ON entremise.concept_relation (scheme, skill_id);
COMMENT ON TABLE entremise.concept_relation IS 'Skills that occupations need.';
COMMENT ON COLUMN entremise.concept_relation.scheme IS 'Thesaurus.';
COMMENT ON COLUMN entremise.concept_relation.occupation_id IS 'Occupation.';
COMMENT ON COLUMN entremise.concept_relation.skill_id IS 'Skill that it needs.';
COMMENT ON COLUMN entremise.concept_relation.is_essential IS 'Whether it cannot do without; otherwise the skill is useful.';
