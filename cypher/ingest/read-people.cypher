// Which of these people exist, by position in $ids, an id a line. One index seek each.
CYPHER replan=skip WITH split($ids, '\n') AS ids
UNWIND range(0, size(ids) - 1) AS i
MATCH (p:Person {id: ids[i]}) USING INDEX SEEK p:Person(id)
RETURN collect(i) AS positions, collect(p.idx) AS idx
