// What everybody wrote up to an instant, what it answers and when, as parallel lists ('' for no parent). One scan of persons, one expand of every message.
MATCH (p:Person)
CALL (p) {
  MATCH (p)-[:WROTE]->(m)
  WHERE m.sequence <= $sequence AND m.at <= $asOf AND ($private OR coalesce(m.visibility, 'public') <> 'direct')
  OPTIONAL MATCH (m)-[:REPLY_TO]->(k)
  RETURN collect(m.id) AS ids, collect(coalesce(k.id, '')) AS parents, collect(toFloat(m.at)) AS times
}
WITH p, ids, parents, times WHERE size(ids) > 0
RETURN p.idx AS idx, ids, parents, times
