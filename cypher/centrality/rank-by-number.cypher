// A page of persons with enough data in descending order of any stored number, after ($value, $id). One scan of ranked persons, $limit kept.
MATCH (p:Person) USING INDEX p:Person(rank_relational)
WHERE p.rank_relational > 0 AND p[$metric] IS NOT NULL AND ($value IS NULL OR p[$metric] < $value OR p[$metric] = $value AND p.id > $id)
WITH p, p[$metric] AS value ORDER BY value DESC, p.id LIMIT $limit
RETURN properties(p) AS person, value ORDER BY value DESC, person.id
