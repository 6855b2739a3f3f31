// Writes mutual ties: new ones, and strengths that differ; none between people who lost their ties since they were read. Two index seeks and three expands into a pair each.
UNWIND range(0, size($from) - 1) AS i
MATCH (a:Person {idx: $from[i]}) USING INDEX SEEK a:Person(idx)
MATCH (b:Person {idx: $to[i]}) USING INDEX SEEK b:Person(idx)
MATCH (a)-[:ENGAGES]->(b)
MATCH (b)-[:ENGAGES]->(a)
MERGE (a)-[m:MUTUAL]->(b)
SET m.strength = $strength[i]
RETURN count(m) AS written
