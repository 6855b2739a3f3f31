// Counts of the community from the count store and, unless $known is the ledger's sequence, reciprocity over all ties between persons:
// r = L↔/L, ρ = (r - ā)/(1 - ā), ā = L/(N(N-1)), weighted r = Σ min(w_ij, w_ji) / Σ w_ij. Two expands of every tie when not known.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
CALL () { MATCH (p:Person) RETURN count(p) AS people }
CALL () { MATCH ()-[r:INTERACTED]->() RETURN count(r) AS resolved }
CALL () { MATCH ()-[r:AIMED]->() RETURN count(r) AS unresolved }
CALL (l) { WITH l WHERE l.sequence <> $known MATCH (m:Message) WHERE m.stub IS NULL RETURN count(m) AS messages }
CALL (l) {
  WITH l WHERE l.sequence <> $known
  MATCH (p:Person)
  CALL (p) {
    MATCH (p)-[t:ENGAGES]-(q:Person)
    WITH p, q, max(t.last_at) AS last, sum(CASE WHEN startNode(t) = p THEN t.interactions ELSE 0 END) AS given,
      sum(CASE WHEN endNode(t) = p THEN t.interactions ELSE 0 END) AS received, p.kind = 'person' AND q.kind = 'person' AS social
    RETURN max(last) AS last, max(social) AS social, sum(CASE WHEN social THEN given ELSE 0 END) AS interactions, sum(toInteger(social AND given > 0)) AS ties,
      sum(toInteger(social AND given > 0 AND received > 0)) AS returned, sum(CASE WHEN NOT social THEN 0 WHEN given < received THEN given ELSE received END) AS mutual
  }
  RETURN max(last) AS last_at, sum(toInteger(coalesce(social, false))) AS persons, sum(interactions) AS interactions, sum(ties) AS ties, sum(returned) AS returned, sum(mutual) AS mutual
}
WITH *, CASE WHEN ties > 0 THEN 1.0 * returned / ties END AS binary, CASE WHEN persons > 1 THEN 1.0 * ties / (persons * (persons - 1)) END AS density
RETURN l.sequence AS sequence, people, messages, resolved, unresolved, last_at, persons, interactions, ties, returned / 2 AS mutual_ties, binary,
  CASE WHEN density < 1 THEN (binary - density) / (1 - density) END AS corrected, CASE WHEN interactions > 0 THEN 1.0 * mutual / interactions END AS weighted
