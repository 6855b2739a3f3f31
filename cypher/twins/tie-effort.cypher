// Twin of the tie effort x_uv = Σ_d δ_d b(Σ c of that day's acts), b(D) = 3D / (3 + D), δ_d = 2^(-(day(asOf) - d) / H), beside what ties store. Expands interactions and ties once.
MATCH (u:Person)-[r:INTERACTED|ENGAGES]->(v:Person)
WITH u, v, type(r) AS type, r, type(r) = 'INTERACTED' AND u.kind = 'person' AND v.kind <> 'bot' AND r.sequence <= $sequence AND r.at <= $asOf
  AND coalesce(r.at_quality, 'exact') <> 'unknown' AND ($private OR coalesce(r.visibility, 'public') <> 'direct') AS counts
WITH u, v, CASE WHEN counts THEN toInteger(floor(r.at / 86400000.0)) END AS day, sum(CASE WHEN counts THEN $efforts[r.kind] ELSE 0.0 END) AS acts,
  sum(CASE WHEN type = 'ENGAGES' THEN coalesce(r.effort, 0.0) ELSE 0.0 END) AS landmarked
WITH u, v, sum(landmarked) * $present AS stored, sum(CASE WHEN day IS NULL THEN 0.0 ELSE 3.0 * acts / (3.0 + acts) * 2.0 ^ ((day - $today) / $halfLife) END) AS recomputed
WITH count(*) AS checked, collect(CASE WHEN abs(stored - recomputed) > $tolerance THEN {from: u.id, to: v.id, stored: stored, recomputed: recomputed} END) AS differing
RETURN checked, size(differing) AS different, differing[..$named] AS differences
