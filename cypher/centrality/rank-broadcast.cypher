// A page of the broadcast ranking: persons with enough data below position $after. One range seek of an index, $limit rows.
MATCH (p:Person) USING INDEX p:Person(rank_broadcast)
WHERE p.rank_broadcast > $after
RETURN properties(p) AS person, p.rank_broadcast AS position ORDER BY position LIMIT $limit
