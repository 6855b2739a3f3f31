// The $most people with the most interactions, given and received, among those who have at least so many. One scan of persons; a busy one's number of relationships is read, not counted.
MATCH (p:Person)
WITH p, COUNT { (p)-[:INTERACTED]->() } + COUNT { (p)<-[:INTERACTED]-() } AS interactions
WHERE interactions >= $least
RETURN p.idx AS idx ORDER BY interactions DESC, idx LIMIT $most
