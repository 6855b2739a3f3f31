// Shares, for cascades: who of $actors shared whose message and which message that made. One expand of each.
UNWIND $actors AS idx
MATCH (a:Person {idx: idx}) USING INDEX SEEK a:Person(idx)
MATCH (a)-[r:INTERACTED]->(b)
WHERE r.kind IN $kinds AND r.sequence <= $sequence AND r.at <= $asOf AND coalesce(r.at_quality, 'exact') <> 'unknown'
  AND ($private OR coalesce(r.visibility, 'public') <> 'direct')
RETURN coalesce(r.message, r.id) AS message, r.object AS object, a.idx AS actor, b.idx AS target, r.at AS at
