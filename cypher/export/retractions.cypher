// Every retracted id, in order. One scan of retractions.
MATCH (r:Retraction)
RETURN r.id AS id ORDER BY r.sequence, r.id
