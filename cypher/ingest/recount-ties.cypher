// Rebuilds the counters of ties from their interactions and keeps their statistics; a tie without any goes, its mutual tie with it, and no digest (negative, by when) says
// any more that they were written. One expand of the smaller person each.
UNWIND $pairs AS pair
WITH DISTINCT pair
MATCH (a:Person {idx: pair.actor}) USING INDEX SEEK a:Person(idx)
MATCH (b:Person {idx: pair.target}) USING INDEX SEEK b:Person(idx)
OPTIONAL MATCH (a)-[r:INTERACTED]->(b)
WITH a, b, r.kind AS kind, count(r) AS n, min(CASE WHEN r.at_quality = 'unknown' THEN null ELSE r.at END) AS first,
  max(CASE WHEN r.at_quality = 'unknown' THEN null ELSE r.at END) AS last,
  sum(CASE WHEN r.visibility = 'direct' THEN 1 ELSE 0 END) AS private
WITH a, b, collect([kind, n]) AS kinds, sum(n) AS total, sum(private) AS private, min(first) AS first, max(last) AS last
OPTIONAL MATCH (a)-[old:ENGAGES]->(b)
OPTIONAL MATCH (a)-[mutual:MUTUAL]-(b) WHERE total = 0
WITH a, b, kinds, total, private, first, last, old, mutual, coalesce(properties(old), {}) AS before
FOREACH (p IN CASE WHEN total = 0 THEN [a, b] ELSE [] END | SET p.ties_digest = -$sequence, p.mutual_digest = -$sequence)
DELETE old, mutual
WITH a, b, kinds, total, private, first, last, before WHERE total > 0
CREATE (a)-[t:ENGAGES {interactions: total, private: CASE WHEN private > 0 THEN private END, first_at: first, last_at: last}]->(b)
SET t += before{.effort, .initiated, .attention, .obligations, .answered_credit, .invitations, .answered, .switches}
FOREACH (k IN kinds | SET t['count_' + k[0]] = k[1])
