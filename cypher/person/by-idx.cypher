// People by number, with their stored scores. One index seek each.
UNWIND $idx AS idx
MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx)
RETURN properties(p) AS person
