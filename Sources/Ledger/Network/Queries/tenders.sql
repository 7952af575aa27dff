SELECT tender.id, tender.title, tender.deadline_on AS deadline,
    tender.status IN ('lost', 'closed') AS over,
    lot.id AS lot, lot.starts_on AS starts, lot.ends_on AS ends
FROM network.tender
LEFT JOIN network.lot ON lot.tender_id = tender.id
