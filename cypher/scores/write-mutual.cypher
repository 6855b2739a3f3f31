// Writes the mutual ties of people to those numbered above them: strengths that differ, ties that are new, ties that have gone. One expand per person.
UNWIND $rows AS x
MATCH (a:Person {idx: x.idx}) USING INDEX SEEK a:Person(idx)
SET a.mutual_digest = x.digest
WITH a, x
CALL (a, x) {
  MATCH (a)-[m:MUTUAL]->(b:Person)
  WHERE x.strengths[toString(b.idx)] IS NULL
  DELETE m
  RETURN count(*) AS gone
}
CALL (a, x) {
  UNWIND x.partners AS partner
  MATCH (b:Person {idx: partner}) USING INDEX SEEK b:Person(idx)
  MERGE (a)-[m:MUTUAL]->(b)
  SET m.strength = x.strengths[toString(partner)]
  RETURN count(*) AS kept
}
RETURN sum(kept) AS written
