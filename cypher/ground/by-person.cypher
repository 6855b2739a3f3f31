// Everything observed of each of $idx, given, received and waiting for a target, by ground from their own view, kind and platform; and what scores explain of it at a known
// time: broadcast is what persons did to them by $kinds, relational what they and other persons did to each other. One expand of each.
UNWIND $idx AS idx
MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx)
MATCH (p)-[r:INTERACTED|AIMED]-(q)
WITH p, CASE WHEN type(r) = 'AIMED' THEN 'WAITING' WHEN startNode(r) = p THEN 'GIVEN' ELSE 'RECEIVED' END AS direction,
  CASE WHEN type(r) = 'AIMED' THEN CASE WHEN r.visibility = 'direct' THEN 'PRIVATE' ELSE 'UNKNOWN' END ELSE r.ground END AS stored, r.kind AS kind, r.platform AS platform,
  count(r) AS n, sum(CASE WHEN q.kind = 'person' AND coalesce(r.at_quality, 'exact') <> 'unknown' THEN 1 ELSE 0 END) AS social
WITH p, direction, kind, platform, n, social,
  CASE WHEN direction = 'RECEIVED' AND stored = 'OWN' THEN 'THEIRS' WHEN direction = 'RECEIVED' AND stored = 'THEIRS' THEN 'OWN' ELSE stored END AS ground
ORDER BY n DESC, ground, kind, platform, direction
RETURN p.idx AS idx, sum(n) AS observed, sum(CASE WHEN p.kind <> 'bot' AND direction = 'RECEIVED' AND kind IN $kinds THEN social ELSE 0 END) AS broadcast,
  sum(CASE WHEN p.kind = 'person' THEN social ELSE 0 END) AS relational,
  collect({direction: direction, ground: ground, kind: kind, platform: platform, count: n}) AS slices
