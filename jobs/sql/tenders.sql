-- Tenders of the job “tenders”: open ones whose deadline is not past.
-- $1 is the day that the night takes for today. Columns: see README.md.

SELECT
    'tender' AS source,
    tender.id,
    tender.title,
    tender.buyer,
    tender.deadline_on AS deadline,
    tender.members_max,
    tender.turnover_min,
    tender.certifications,
    tender.form,
    tender.member_certifications,
    tender.insurance_min,
    tender.cpv
FROM network.tender
WHERE tender.status = 'open'
    AND tender.posted_on <= $1
    AND tender.deadline_on >= $1
