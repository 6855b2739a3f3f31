// Which of these people exist, by position in $ids. One index seek each.
CYPHER replan=skip UNWIND range(0, size($ids) - 1) AS i
MATCH (p:Person {id: $ids[i]}) USING INDEX SEEK p:Person(id)
RETURN collect(i) AS positions, collect(p.idx) AS idx
