SELECT id, label_fr, label_en, alternatives_fr, alternatives_en
FROM network.skill
