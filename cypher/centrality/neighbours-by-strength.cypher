// People each of $idx has a mutual tie with, strongest first, after ($value, $after). One expand each, $limit kept; the total is a stored degree.
UNWIND $idx AS idx
MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx)
CALL (p) {
  MATCH (p)-[m:MUTUAL]-(q:Person)
  WHERE $value IS NULL OR m.strength < $value OR m.strength = $value AND q.idx > $after
  WITH m, q ORDER BY m.strength DESC, q.idx LIMIT $limit
  RETURN collect({person: properties(q), strength: m.strength}) AS neighbours
}
RETURN idx, COUNT { (p)-[:MUTUAL]-() } AS total, neighbours
