SELECT id, name, latitude, longitude
FROM network.place
