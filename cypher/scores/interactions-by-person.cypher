// Adjacency rows for scoring: per person, whom they acted on, how, when and about what, as parallel lists of floats, which unpack several times faster than
// integers, and of texts ('' for none; an id that is the message's is left out). One scan of persons, one expand of every interaction; a projection reads its properties in one go.
MATCH (p:Person)
CALL (p) {
  MATCH (p)-[act:INTERACTED]->(q)
  WITH q, act {.sequence, .at, .at_quality, .visibility, .kind, .ground, .object, .message, .id, .invitation, .invited, .landing} AS r
  WHERE r.sequence <= $sequence AND r.at <= $asOf AND coalesce(r.at_quality, 'exact') <> 'unknown'
    AND ($private OR coalesce(r.visibility, 'public') <> 'direct')
  RETURN collect(toFloat(q.idx)) AS targets, collect($codes[r.kind]) AS kinds, collect(toFloat(r.at)) AS times,
    collect($grounds[r.ground]) AS grounds, collect(coalesce(r.object, '')) AS objects, collect(coalesce(r.message, '')) AS messages,
    collect(CASE WHEN r.id = r.message THEN '' ELSE r.id END) AS ids,
    collect(CASE WHEN r.invited IS NULL THEN 0.0 ELSE coalesce($outcomes[r.invitation], 0.0) END + coalesce($outcomes[r.landing], 0.0)) AS outcomes
}
RETURN p.idx AS idx, p.id AS id, p.kind AS kind, coalesce(p.scores_digest, 0) AS scores_digest, coalesce(p.ties_digest, 0) AS ties_digest,
  coalesce(p.mutual_digest, 0) AS mutual_digest, coalesce(p.relating_digest, 0) AS relating_digest,
  targets, kinds, times, grounds, objects, messages, ids, outcomes
