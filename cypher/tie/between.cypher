// Both directions between two people, side by side: counters, stored statistics, mutual strength, and the dyad's reciprocity. Two index seeks, one expand of the smaller side.
MATCH (a:Person {id: $a}) USING INDEX SEEK a:Person(id)
MATCH (b:Person {id: $b}) USING INDEX SEEK b:Person(id)
OPTIONAL MATCH (a)-[out:ENGAGES]->(b)
OPTIONAL MATCH (b)-[back:ENGAGES]->(a)
OPTIONAL MATCH (a)-[m:MUTUAL]-(b)
WITH a, b, out, back, m, coalesce(out.interactions, 0) AS given, coalesce(back.interactions, 0) AS received
WITH *, CASE WHEN given < received THEN given ELSE received END AS mutual
RETURN properties(a) AS a, properties(b) AS b, properties(out) AS outgoing, properties(back) AS incoming, m.strength AS strength,
  given, received, mutual, given - mutual AS forward, received - mutual AS backward
