-- Needs of the job “missions”: open missions that are not over yet.
-- $1 is the day that the night takes for today. Columns: see README.md.

SELECT
    'mission' AS source,
    mission.id,
    mission.owner_id AS owner,
    mission.title,
    mission.text,
    mission.language,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'skill', asked.skill_id,
            'level', asked.level,
            'weight', asked.weight,
            'mandatory', asked.mandatory
        ) ORDER BY asked.skill_id)
        FROM network.mission_skill AS asked
        WHERE asked.mission_id = mission.id
    ) AS skills,
    mission.languages,
    place.name AS place,
    place.latitude,
    place.longitude,
    mission.remote,
    mission.starts_on AS starts,
    mission.ends_on AS ends,
    mission.days,
    mission.daily_rate_max AS rate_max,
    NULL::numeric AS hours,
    NULL::text[] AS exchange,
    NULL::numeric AS balance,
    NULL::numeric AS lowest,
    NULL::numeric AS highest,
    mission.certifications,
    mission.posted_on AS posted,
    NULL::text AS tender,
    NULL::integer AS lot_number,
    NULL::numeric AS budget
FROM network.mission
JOIN network.member AS owner ON owner.id = mission.owner_id
LEFT JOIN network.place ON place.id = mission.place_id
WHERE mission.status = 'open'
    AND mission.posted_on <= $1
    -- A mission whose dates are the wrong way round is let through, so that it is set aside and told.
    AND (mission.ends_on >= $1 OR mission.ends_on IS NULL OR mission.ends_on < mission.starts_on)
    AND (owner.left_on IS NULL OR owner.left_on > $1)
