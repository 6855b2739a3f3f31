// A shortest chain of mutual ties between two people, at most 6 ties long. A breadth-first search from both ends.
MATCH (a:Person {id: $from}) USING INDEX SEEK a:Person(id)
MATCH (b:Person {id: $to}) USING INDEX SEEK b:Person(id)
OPTIONAL MATCH path = shortestPath((a)-[:MUTUAL*1..6]-(b))
RETURN [p IN nodes(path) | properties(p)] AS people, [t IN relationships(path) | t.strength] AS strengths
