SELECT member_id AS member, refused_id AS refused
FROM network.refusal
