// One person and everybody they have a tie with, either way: stored statistics, the alter's trust and walk value, and Σ of the alter's mutual strengths, for explanations.
// One expand of the person, one of each mutual alter.
MATCH (p:Person {id: $id}) USING INDEX SEEK p:Person(id)
CALL (p) {
  MATCH (p)-[t:ENGAGES]-(q:Person)
  WITH q, collect(CASE WHEN startNode(t) = p THEN properties(t) END)[0] AS outgoing, collect(CASE WHEN endNode(t) = p THEN properties(t) END)[0] AS incoming
  WHERE p.kind = 'person' AND q.kind <> 'bot' OR q.kind = 'person'
  CALL (q) { MATCH (q)-[m:MUTUAL]-() RETURN sum(m.strength) AS strength }
  WITH q, outgoing, incoming, strength ORDER BY q.id
  RETURN collect({idx: q.idx, trust: coalesce(q.trust, 0.0), centrality: coalesce(q.centrality, 0.0), total_strength: toFloat(strength),
    outgoing: outgoing, incoming: incoming}) AS alters
}
RETURN properties(p) AS person, alters
