-- Candidates of the jobs “missions” and “tenders”: consultants who agreed to be suggested and have
-- not left. $1 is the day that the night takes for today. Columns: see README.md.

SELECT
    'member' AS source,
    member.id,
    member.id AS member,
    member.name,
    member.title,
    member.about AS text,
    member.locale AS language,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'skill', held.skill_id,
            'level', held.level,
            'years', held.years
        ) ORDER BY held.skill_id)
        FROM network.member_skill AS held
        WHERE held.member_id = member.id
    ) AS skills,
    member.languages,
    place.name AS place,
    place.latitude,
    place.longitude,
    member.radius_km,
    member.remote,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'id', availability.id,
            'from', availability.starts_on,
            'to', availability.ends_on,
            'days_per_week', availability.days_per_week
        ) ORDER BY availability.id)
        FROM network.availability
        WHERE availability.member_id = member.id
    ) AS availability,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'id', commitment.id,
            'from', commitment.starts_on,
            'to', commitment.ends_on,
            'days', commitment.days,
            'tender', commitment.tender_id
        ) ORDER BY commitment.id)
        FROM network.commitment
        WHERE commitment.member_id = member.id
    ) AS commitments,
    member.daily_rate AS rate,
    NULL::numeric AS hours,
    NULL::text[] AS exchange,
    NULL::numeric AS balance,
    NULL::numeric AS lowest,
    NULL::numeric AS highest,
    member.certifications,
    member.turnover,
    member.consent_bids,
    member.insurance,
    member.leads_bids,
    member.bid_days_min,
    member.joined_on AS joined,
    place.department
FROM network.member
LEFT JOIN network.place ON place.id = member.place_id
WHERE member.kind = 'consultant'
    AND member.consent_matching
    AND member.joined_on <= $1
    AND (member.left_on IS NULL OR member.left_on > $1)
