// Conversational acts ($kinds) between two persons up to $asOf, both ways, in the order of time, actor id, kind and id, the newest $most, as parallel lists; of private ones only
// kind, time and side. Acts of unknown time are left out, and pairs of which one is no person. n log n in the interactions of the one with fewer.
UNWIND $pairs AS pair
MATCH (a:Person {idx: pair.from}) USING INDEX SEEK a:Person(idx)
MATCH (b:Person {idx: pair.to}) USING INDEX SEEK b:Person(idx)
WHERE a.kind = 'person' AND b.kind = 'person'
CALL (a, b) {
  MATCH (a)-[r:INTERACTED]-(b)
  WHERE r.at <= $asOf AND r.kind IN $kinds AND coalesce(r.at_quality, 'exact') <> 'unknown'
  WITH r, r.at AS at, r.kind AS kind, r.id AS id, startNode(r).id AS actor
  WITH r ORDER BY at DESC, actor DESC, kind DESC, id DESC
  RETURN collect(r) AS seen
}
WITH pair, a, size(seen) AS total, reverse(seen[..$most]) AS acts
RETURN pair.from AS from, pair.to AS to, total, [r IN acts | toFloat(r.at)] AS times, [r IN acts | r.kind] AS kinds, [r IN acts | startNode(r) = a] AS forward,
  [r IN acts | coalesce(r.visibility = 'direct', false)] AS direct, [r IN acts | CASE r.visibility WHEN 'direct' THEN null ELSE r.id END] AS ids,
  [r IN acts | CASE r.visibility WHEN 'direct' THEN null ELSE r.platform END] AS platforms, [r IN acts | CASE r.visibility WHEN 'direct' THEN null ELSE r.message END] AS messages,
  [r IN acts | CASE r.visibility WHEN 'direct' THEN null ELSE r.object END] AS objects
