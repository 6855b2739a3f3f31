// A page of persons with enough data in descending order of any stored number, equal ones by idx, after $value, or what it is now for who has $id where that is the same to $same. One scan of ranked persons, $limit kept.
OPTIONAL MATCH (last:Person {id: $id}) USING INDEX SEEK last:Person(id)
WITH coalesce(last.idx, -1) AS seen, CASE WHEN abs(last[$metric] - $value) <= $same THEN last[$metric] ELSE $value END AS from
CALL (seen, from) {
  MATCH (p:Person) USING INDEX p:Person(rank_relational)
  WHERE p.rank_relational > 0 AND p[$metric] IS NOT NULL AND (from IS NULL OR p[$metric] < from OR p[$metric] = from AND p.idx > seen)
  WITH p, p[$metric] AS value ORDER BY value DESC, p.idx LIMIT $limit
  RETURN p, value
}
RETURN properties(p) AS person, value ORDER BY value DESC, person.idx
