SELECT id, member_id AS member, title, client, year, amount, cpv,
    ARRAY(
        SELECT shown.skill_id FROM network.reference_skill AS shown
        WHERE shown.reference_id = reference.id
        ORDER BY shown.skill_id COLLATE "C"
    ) AS skills
FROM network.reference
