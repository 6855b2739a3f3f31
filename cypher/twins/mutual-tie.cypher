// Twin of the mutual tie m_uv = 2 φ(x_uv) φ(x_vu) / (φ(x_uv) + φ(x_vu)), φ(x) = 4x / (4 + x), from stored efforts, beside MUTUAL.strength. Expands every tie twice.
MATCH (u:Person)-[t:ENGAGES|MUTUAL]-(v:Person)
WHERE u.idx < v.idx AND u.kind = 'person' AND v.kind = 'person'
WITH u, v, sum(CASE WHEN type(t) = 'ENGAGES' AND startNode(t) = u THEN coalesce(t.effort, 0.0) ELSE 0.0 END) * $present AS x,
  sum(CASE WHEN type(t) = 'ENGAGES' AND startNode(t) = v THEN coalesce(t.effort, 0.0) ELSE 0.0 END) * $present AS y,
  sum(CASE WHEN type(t) = 'MUTUAL' THEN t.strength ELSE 0.0 END) AS stored
WITH u, v, stored, 4.0 * x / (4.0 + x) AS given, 4.0 * y / (4.0 + y) AS received
WITH u, v, stored, CASE WHEN given > 0 AND received > 0 THEN 2.0 * given * received / (given + received) ELSE 0.0 END AS recomputed
WHERE stored > 0 OR recomputed > 0
WITH count(*) AS checked, collect(CASE WHEN abs(stored - recomputed) > $tolerance THEN {from: u.id, to: v.id, stored: stored, recomputed: recomputed} END) AS differing
RETURN checked, size(differing) AS different, differing[..$named] AS differences
