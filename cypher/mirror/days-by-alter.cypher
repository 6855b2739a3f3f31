// On which UTC days since the epoch somebody and each other person acted on one another, ascending: where both acted, at least $least times in all, and not after $quietSince; up to
// $asOf. One expand of the ties each way, and of the interactions of those that are left.
MATCH (p:Person {idx: $idx}) USING INDEX SEEK p:Person(idx)
MATCH (p)-[t:ENGAGES]-(q)
WITH p, q, count(t) AS ways, sum(t.interactions) AS interactions, max(t.last_at) AS last
WHERE ways = 2 AND interactions >= $least AND last <= $quietSince AND NOT q:NonPerson
CALL (p, q) {
  MATCH (p)-[r:INTERACTED]-(q)
  WHERE r.at <= $asOf AND coalesce(r.at_quality, 'exact') <> 'unknown'
  WITH DISTINCT floor(r.at / 86400000.0) AS day ORDER BY day
  RETURN collect(day) AS days
}
WITH q, days WHERE size(days) >= $least
RETURN q.idx AS idx, days ORDER BY q.idx
