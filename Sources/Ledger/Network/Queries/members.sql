SELECT id, name, email, locale, digest, consent_matching AS consent, left_on AS "left"
FROM network.member
