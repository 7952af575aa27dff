-- Needs of the job “services”: open requests that are not past yet. A request without a place takes
-- place where its member is based. $1 is the day that the night takes for today.
-- Columns: see README.md.

SELECT
    'service' AS source,
    service.id,
    service.member_id AS owner,
    service.title,
    service.text,
    service.language,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'skill', asked.skill_id,
            'level', asked.level,
            'weight', asked.weight,
            'mandatory', asked.mandatory
        ) ORDER BY asked.skill_id)
        FROM network.service_skill AS asked
        WHERE asked.service_id = service.id
    ) AS skills,
    -- Both must understand one another: the language that the request is written in.
    CASE WHEN service.language IS NOT NULL THEN ARRAY[service.language] END AS languages,
    place.name AS place,
    place.latitude,
    place.longitude,
    service.remote,
    service.starts_on AS starts,
    service.ends_on AS ends,
    NULL::numeric AS days,
    CASE WHEN 'money' = ANY (service.exchange) THEN service.hourly_rate END AS rate_max,
    service.hours,
    service.exchange,
    account.balance,
    account.lowest,
    account.highest,
    NULL::text[] AS certifications,
    service.posted_on AS posted,
    NULL::text AS tender,
    NULL::integer AS lot_number,
    NULL::numeric AS budget
FROM network.service
JOIN network.member ON member.id = service.member_id
LEFT JOIN network.place ON place.id = coalesce(service.place_id, member.place_id)
LEFT JOIN network.time_account AS account ON account.member_id = service.member_id
WHERE service.side = 'request'
    AND service.status = 'open'
    AND service.posted_on <= $1
    AND (service.ends_on >= $1 OR service.ends_on IS NULL OR service.ends_on < service.starts_on)
    AND (member.left_on IS NULL OR member.left_on > $1)
