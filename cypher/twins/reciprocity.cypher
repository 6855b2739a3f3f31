// Twin of the reciprocity component Σ_v τ_v 2 min(φ_uv, φ_vu) / (Σ_v τ_v (φ_uv + φ_vu) + 2), φ(x) = 4x / (4 + x), from stored efforts, beside Person.reciprocity. Expands every tie twice.
MATCH (u:Person) WHERE u.kind = 'person' AND u.reciprocity IS NOT NULL
CALL (u) {
  MATCH (u)-[t:ENGAGES]-(v:Person) WHERE v.kind = 'person'
  WITH v, sum(CASE WHEN startNode(t) = u THEN coalesce(t.effort, 0.0) ELSE 0.0 END) * $present AS x,
    sum(CASE WHEN endNode(t) = u THEN coalesce(t.effort, 0.0) ELSE 0.0 END) * $present AS y
  WITH v.trust AS trust, 4.0 * x / (4.0 + x) AS given, 4.0 * y / (4.0 + y) AS received
  RETURN sum(trust * 2.0 * CASE WHEN given < received THEN given ELSE received END) AS matched, sum(trust * (given + received)) AS exchanged
}
WITH u, u.reciprocity AS stored, matched / (exchanged + 2.0) AS recomputed
WITH count(*) AS checked, collect(CASE WHEN abs(stored - recomputed) > $tolerance THEN {from: u.id, to: null, stored: stored, recomputed: recomputed} END) AS differing
RETURN checked, size(differing) AS different, differing[..$named] AS differences
