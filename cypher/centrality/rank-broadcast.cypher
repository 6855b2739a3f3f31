// A page of the broadcast ranking: persons with enough data, highest first, after ($value, $id). Who was last seen is looked up: while their score stands (to $same, since a run without news of
// them may move its last digits), one range seek of an index, $limit rows; after it changed, those ranked higher are passed over.
OPTIONAL MATCH (last:Person {id: $id}) USING INDEX SEEK last:Person(id)
WITH CASE WHEN abs(last.broadcast - $value) <= $same THEN coalesce(last.rank_broadcast, 0) ELSE 0 END AS seen
CALL (seen) {
  MATCH (p:Person) USING INDEX p:Person(rank_broadcast)
  WHERE p.rank_broadcast > seen AND ($value IS NULL OR seen > 0 OR p.broadcast < $value OR p.broadcast = $value AND p.id > $id)
  RETURN p ORDER BY p.rank_broadcast LIMIT $limit
}
RETURN properties(p) AS person, p.broadcast AS value ORDER BY p.rank_broadcast
