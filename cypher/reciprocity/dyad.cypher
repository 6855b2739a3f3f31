// Reciprocity of dyads: w_ij, w_ji, min(w_ij, w_ji), and what goes beyond it either way; w = interactions. Two index seeks and one expand of the smaller side each.
UNWIND $pairs AS pair
MATCH (a:Person {idx: pair.from}) USING INDEX SEEK a:Person(idx)
MATCH (b:Person {idx: pair.to}) USING INDEX SEEK b:Person(idx)
OPTIONAL MATCH (a)-[out:ENGAGES]->(b)
OPTIONAL MATCH (b)-[back:ENGAGES]->(a)
WITH pair, coalesce(out.interactions, 0) AS given, coalesce(back.interactions, 0) AS received
WITH pair, given, received, CASE WHEN given < received THEN given ELSE received END AS mutual
RETURN pair.from AS from, pair.to AS to, given, received, mutual, given - mutual AS forward, received - mutual AS backward
