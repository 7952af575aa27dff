-- Candidates of the job “services”: open offers of members who agreed to be suggested and have not
-- left. The candidate is the offer, the member is who gives it. An offer without a place or a radius
-- has its member's. $1 is the day that the night takes for today. Columns: see README.md.

SELECT
    'service' AS source,
    service.id,
    service.member_id AS member,
    member.name,
    service.title,
    service.text,
    service.language,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'skill', brought.skill_id,
            'level', brought.level
        ) ORDER BY brought.skill_id)
        FROM network.service_skill AS brought
        WHERE brought.service_id = service.id
    ) AS skills,
    member.languages,
    place.name AS place,
    place.latitude,
    place.longitude,
    coalesce(service.radius_km, member.radius_km) AS radius_km,
    service.remote <> 'no' AS remote,
    -- An offer with dates is free every day between them, and not otherwise.
    CASE
        WHEN service.starts_on IS NOT NULL AND service.ends_on IS NOT NULL THEN
            jsonb_build_array(jsonb_build_object(
                'id', service.id,
                'from', service.starts_on,
                'to', service.ends_on,
                'days_per_week', 7
            ))
    END AS availability,
    NULL::jsonb AS commitments,
    CASE WHEN 'money' = ANY (service.exchange) THEN service.hourly_rate END AS rate,
    service.hours,
    service.exchange,
    account.balance,
    account.lowest,
    account.highest,
    NULL::text[] AS certifications,
    NULL::numeric AS turnover,
    false AS consent_bids,
    member.joined_on AS joined,
    home.department
FROM network.service
JOIN network.member ON member.id = service.member_id
LEFT JOIN network.place ON place.id = coalesce(service.place_id, member.place_id)
LEFT JOIN network.place AS home ON home.id = member.place_id
LEFT JOIN network.time_account AS account ON account.member_id = service.member_id
WHERE service.side = 'offer'
    AND service.status = 'open'
    AND service.posted_on <= $1
    AND (service.ends_on >= $1 OR service.ends_on IS NULL OR service.ends_on < service.starts_on)
    AND member.consent_matching
    AND (member.left_on IS NULL OR member.left_on > $1)
