// People who acted on each of $idx, most interactions first, after ($value, $after), with tie and mutual strength. One expand each, $limit kept; the total is a stored degree.
UNWIND $idx AS idx
MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx)
CALL (p) {
  MATCH (p)<-[t:ENGAGES]-(q:Person)
  WHERE $value IS NULL OR t.interactions < $value OR t.interactions = $value AND q.idx > $after
  WITH p, t, q ORDER BY t.interactions DESC, q.idx LIMIT $limit
  OPTIONAL MATCH (p)-[m:MUTUAL]-(q)
  WITH t, q, m ORDER BY t.interactions DESC, q.idx
  RETURN collect({person: properties(q), tie: properties(t), strength: m.strength}) AS ties
}
RETURN idx, COUNT { (p)<-[:ENGAGES]-() } AS total, ties
