// Everything observed of each of $idx, given, received and waiting for a target, by ground from their own view, kind and platform; and what scores explain of it at a known
// time: broadcast is what persons did to them by $kinds, relational what they and other persons did to each other; the share of organisations and bots is taken off. Precomputed
// while nothing was written since; else one expand of each, one of their messages, one of their ties, and one of the smaller side of each tie with an organisation or a bot.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
WITH coalesce(l.precomputed_sequence = l.sequence, false) AS holds
UNWIND $idx AS idx
MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx)
OPTIONAL MATCH (x:Precomputed {topic: $topic, idx: idx}) USING INDEX SEEK x:Precomputed(topic, idx) WHERE holds
OPTIONAL CALL (p, x) {
  WITH p WHERE x IS NULL
  CALL (p) {
    MATCH (p)-[r:INTERACTED]->() RETURN 'GIVEN' AS direction, r {.ground, .kind, .platform, .at_quality} AS act, count(*) AS n
    UNION ALL
    MATCH (p)<-[r:INTERACTED]-() RETURN 'RECEIVED' AS direction, r {.ground, .kind, .platform, .at_quality} AS act, count(*) AS n
    UNION ALL
    CALL (p) {
      MATCH (p)-[r:AIMED]->() RETURN r {.visibility, .kind, .platform} AS x
      UNION ALL
      MATCH (p)-[:WROTE]->(c:Waiting) RETURN c {.visibility, kind: 'reply', platform: p.platform} AS x
    }
    RETURN 'WAITING' AS direction, {ground: CASE WHEN x.visibility = 'direct' THEN 'PRIVATE' ELSE 'UNKNOWN' END, kind: x.kind, platform: x.platform, at_quality: 'unknown'} AS act, count(*) AS n
  }
  WITH p, direction, act.kind AS kind, act.platform AS platform, sum(n) AS n, sum(CASE WHEN act.at_quality = 'unknown' THEN 0 ELSE n END) AS known,
    CASE WHEN direction = 'RECEIVED' AND act.ground = 'OWN' THEN 'THEIRS' WHEN direction = 'RECEIVED' AND act.ground = 'THEIRS' THEN 'OWN' ELSE act.ground END AS ground
  ORDER BY n DESC, ground, kind, platform, direction
  WITH p, sum(n) AS observed, sum(known) AS social, sum(CASE WHEN direction = 'RECEIVED' AND kind IN $kinds THEN known ELSE 0 END) AS effort,
    collect({direction: direction, ground: ground, kind: kind, platform: platform, count: n}) AS slices
  CALL (p) {
    MATCH (p)-[:ENGAGES]-(q) WHERE q:NonPerson WITH DISTINCT p, q
    MATCH (p)-[r:INTERACTED]-(q) WHERE coalesce(r.at_quality, 'exact') <> 'unknown'
    RETURN count(r) AS others, sum(CASE WHEN endNode(r) = p AND r.kind IN $kinds THEN 1 ELSE 0 END) AS others_effort
  }
  RETURN {observed: observed, broadcast: CASE WHEN p.kind = 'bot' THEN 0 ELSE effort - others_effort END, relational: CASE WHEN p.kind = 'person' THEN social - others ELSE 0 END,
    slices: slices} AS counted
}
RETURN idx, x.counts AS held, counted
