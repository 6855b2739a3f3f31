// Writes the scores of people, and digests of what is written for them; who lost a tie since it was read (x.ties) keeps the digest that says so. One index seek each.
UNWIND $rows AS x
MATCH (p:Person {idx: x.idx}) USING INDEX SEEK p:Person(idx)
WITH p, x, p.ties_digest AS ties, p.mutual_digest AS mutual
SET p += x.properties
FOREACH (_ IN CASE WHEN ties < 0 AND ties <> x.ties THEN [1] ELSE [] END | SET p.ties_digest = ties, p.mutual_digest = mutual)
