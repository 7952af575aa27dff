SELECT id, member_a AS member, member_b AS other, worked_on AS worked
FROM network.collaboration
