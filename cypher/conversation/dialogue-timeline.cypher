// The interactions between two persons, both ways, newest first, after ($at, $after); private ones are only counted. Linear in the
// interactions of the one with fewer.
MATCH (a:Person {id: $a}) USING INDEX SEEK a:Person(id)
MATCH (b:Person {id: $b}) USING INDEX SEEK b:Person(id)
CALL (a, b) {
  MATCH (a)-[r:INTERACTED]-(b)
  WITH r, r.visibility = 'direct' AS private ORDER BY r.at DESC, r.id DESC
  RETURN count(CASE WHEN private THEN r END) AS private, collect(CASE WHEN private THEN null ELSE r END) AS open
}
WITH a, b, private, size(open) AS total,
  [r IN open WHERE $at IS NULL OR r.at < $at OR r.at = $at AND r.id < $after][..$limit] AS shown
CALL (a, b, shown) {
  UNWIND shown AS r
  WITH r, startNode(r) = a AS forward ORDER BY r.at DESC, r.id DESC
  RETURN collect(r {.id, .kind, .at, .message, .object, forward: forward}) AS interactions
}
RETURN properties(a) AS a, properties(b) AS b, private, total, interactions
