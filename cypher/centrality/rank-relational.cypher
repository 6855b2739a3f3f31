// A page of the relational ranking: persons with enough data below position $after. One range seek of an index, $limit rows.
MATCH (p:Person) USING INDEX p:Person(rank_relational)
WHERE p.rank_relational > $after
RETURN properties(p) AS person, p.rank_relational AS position ORDER BY position LIMIT $limit
