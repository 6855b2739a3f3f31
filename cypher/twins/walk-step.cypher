// Twin of one step of the walk with restart, which must reproduce what it starts from: π_u = α z_u + (1 - α) Σ_v π_v m_uv / Σ_w m_vw, α = 0.2.
// Centrality is n̂π, so both sides are times n̂; z is uniform over those with a mutual tie, or over the $seeds among them. Expands every mutual tie four times.
MATCH (v:Person)-[w:MUTUAL]-(:Person)
WITH v, sum(w.strength) AS strength
WITH collect({person: v, flow: v.centrality / strength}) AS rows, sum(v.centrality) AS mass, sum(toInteger($seeds IS NULL OR v.id IN $seeds)) AS restarts
UNWIND rows AS row
WITH row.person AS v, row.flow AS flow, CASE WHEN restarts > 0 THEN mass / restarts ELSE 0.0 END AS restart
MATCH (v)-[m:MUTUAL]-(u:Person)
WITH u, restart, sum(flow * m.strength) AS inflow
WITH u, u.centrality AS stored, CASE WHEN $seeds IS NULL OR u.id IN $seeds THEN 0.2 * restart ELSE 0.0 END + 0.8 * inflow AS recomputed
WITH count(*) AS checked, collect(CASE WHEN abs(stored - recomputed) > $tolerance THEN {from: u.id, to: null, stored: stored, recomputed: recomputed} END) AS differing
RETURN checked, size(differing) AS different, differing[..$named] AS differences
