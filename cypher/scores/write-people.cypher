// Writes the scores of people. One index seek each.
UNWIND $rows AS x
MATCH (p:Person {idx: x.idx}) USING INDEX SEEK p:Person(idx)
SET p += x.properties
