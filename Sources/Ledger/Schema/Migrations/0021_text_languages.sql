-- Texts may be in any language, or nobody says in which: the night then guesses it.
ALTER TABLE network.mission
    ALTER COLUMN language DROP NOT NULL,
    DROP CONSTRAINT mission_language_check,
    ADD CONSTRAINT mission_language_check CHECK (language ~ '^[a-z]{2}$');
ALTER TABLE network.service
    ALTER COLUMN language DROP NOT NULL,
    DROP CONSTRAINT service_language_check,
    ADD CONSTRAINT service_language_check CHECK (language ~ '^[a-z]{2}$');
ALTER TABLE network.tender
    ALTER COLUMN language DROP NOT NULL,
    DROP CONSTRAINT tender_language_check,
    ADD CONSTRAINT tender_language_check CHECK (language ~ '^[a-z]{2}$');
COMMENT ON COLUMN network.mission.language IS 'Language the text is written in, ISO 639-1; NULL: to be guessed.';
COMMENT ON COLUMN network.service.language IS 'Language the text is written in, ISO 639-1; NULL: to be guessed.';
COMMENT ON COLUMN network.tender.language IS 'Language the text is written in, ISO 639-1; NULL: to be guessed.';
