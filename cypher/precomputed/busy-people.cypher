// Who has at least so many interactions, given and received. One scan of persons; a busy one's number of relationships is read, not counted.
MATCH (p:Person)
WHERE COUNT { (p)-[:INTERACTED]->() } + COUNT { (p)<-[:INTERACTED]-() } >= $least
RETURN p.idx AS idx ORDER BY idx
