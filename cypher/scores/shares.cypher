// Shares, for cascades: who shared whose message and which message that made. One scan of the interactions.
MATCH (a:Person)-[r:INTERACTED]->(b:Person)
WHERE r.kind IN $kinds AND r.sequence <= $sequence AND r.at <= $asOf AND coalesce(r.at_quality, 'exact') <> 'unknown'
  AND ($private OR coalesce(r.visibility, 'public') <> 'direct')
RETURN coalesce(r.message, r.id) AS message, r.object AS object, a.idx AS actor, b.idx AS target, r.at AS at
