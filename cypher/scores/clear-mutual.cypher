// Removes mutual ties that are mutual no more. One expand per person.
UNWIND $rows AS x
MATCH (a:Person {idx: x.idx}) USING INDEX SEEK a:Person(idx)
MATCH (a)-[m:MUTUAL]->(b:Person)
WHERE NOT b.idx IN x.kept
DELETE m
RETURN count(*) AS written
