-- Needs of the job “tenders”: the lots of open tenders whose deadline is not past.
-- $1 is the day that the night takes for today. Columns: see README.md.

SELECT
    'lot' AS source,
    lot.id,
    NULL::text AS owner,
    lot.title,
    -- A lot says little by itself: the tender's own words follow.
    concat_ws(E'\n\n', lot.text, tender.title, tender.text) AS text,
    tender.language,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'skill', asked.skill_id,
            'level', asked.level,
            'days', asked.days
        ) ORDER BY asked.skill_id)
        FROM network.lot_skill AS asked
        WHERE asked.lot_id = lot.id
    ) AS skills,
    tender.languages,
    place.name AS place,
    place.latitude,
    place.longitude,
    tender.remote,
    lot.starts_on AS starts,
    lot.ends_on AS ends,
    NULL::numeric AS days,
    NULL::numeric AS rate_max,
    NULL::numeric AS hours,
    NULL::text[] AS exchange,
    NULL::numeric AS balance,
    NULL::numeric AS lowest,
    NULL::numeric AS highest,
    -- One member of the group must hold them, not each; those of the tender are in tenders.sql.
    lot.certifications,
    tender.posted_on AS posted,
    lot.tender_id AS tender,
    lot.number AS lot_number,
    lot.budget
FROM network.lot
JOIN network.tender ON tender.id = lot.tender_id
LEFT JOIN network.place ON place.id = tender.place_id
WHERE tender.status = 'open'
    AND tender.posted_on <= $1
    AND tender.deadline_on >= $1
