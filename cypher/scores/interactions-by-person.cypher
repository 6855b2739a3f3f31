// Adjacency rows for scoring: per person, whom they acted on, how and when, as parallel lists of floats, which unpack several times faster than integers. One scan of persons, one expand of every interaction.
MATCH (p:Person)
CALL (p) {
  MATCH (p)-[r:INTERACTED]->(q:Person)
  WHERE r.sequence <= $sequence AND r.at <= $asOf AND coalesce(r.at_quality, 'exact') <> 'unknown'
    AND ($private OR coalesce(r.visibility, 'public') <> 'direct')
  RETURN collect(toFloat(q.idx)) AS targets, collect($codes[r.kind]) AS kinds, collect(toFloat(r.at)) AS times
}
RETURN p.idx AS idx, p.id AS id, p.kind AS kind, coalesce(p.scores_digest, 0) AS scores_digest, coalesce(p.ties_digest, 0) AS ties_digest,
  coalesce(p.mutual_digest, 0) AS mutual_digest, targets, kinds, times
