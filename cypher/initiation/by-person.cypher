// Who began the ties of persons with other persons, at known times: the first act by (time, actor's id, kind, id) opens a tie; and whom they acted upon for the first time
// since wish.since. One expand of each.
UNWIND $wishes AS wish
MATCH (p:Person {idx: wish.idx}) USING INDEX SEEK p:Person(idx)
CALL (wish, p) {
  MATCH (p)-[r:INTERACTED]-(q:Person)
  WHERE p.kind = 'person' AND q.kind = 'person' AND coalesce(r.at_quality, 'exact') <> 'unknown'
  WITH wish, p, q, min([r.at, startNode(r).id, r.kind, r.id, r.ground]) AS first, min(CASE WHEN startNode(r) = p THEN r.at END) AS given
  RETURN count(q) AS ties, sum(CASE WHEN first[1] = p.id THEN 1 ELSE 0 END) AS opened,
    sum(CASE WHEN first[1] = p.id AND first[4] = 'THEIRS' THEN 1 ELSE 0 END) AS on_their_ground, sum(CASE WHEN given >= wish.since THEN 1 ELSE 0 END) AS reached
}
RETURN wish.key AS key, ties, opened, CASE WHEN ties > 0 THEN 1.0 * opened / ties END AS opened_share, on_their_ground, reached
