// Every tie with its counters and stored statistics. One scan of the ties.
MATCH (a:Person)-[t:ENGAGES]->(b:Person)
RETURN a.id AS from_id, b.id AS to_id, properties(t) AS tie ORDER BY a.idx, b.idx
