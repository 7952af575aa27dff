-- Members of any language: those whose locale has no wording read the network's own language.

ALTER TABLE network.member
    DROP CONSTRAINT member_locale_check,
    ADD CONSTRAINT member_locale_check CHECK (locale ~ '^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$');
COMMENT ON COLUMN network.member.locale IS 'Language that the member is written to in, ISO 639-1, also as a locale such as fr_CA; one without wording: the network''s own language.';
