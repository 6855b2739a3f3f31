// Counts of the community from the count store and, unless $known is the ledger's sequence, reciprocity over all ties between persons:
// r = L↔/L, ρ = (r - ā)/(1 - ā), ā = L/(N(N-1)), weighted r = Σ min(w_ij, w_ji) / Σ w_ij. When not known: one scan of ties and one expand
// of each from both its ends, in which a pair with two ties is a mutual one; properties of people are read of those pairs only, since reading one costs more than a step.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
CALL () { MATCH (p:Person) RETURN count(p) AS people }
CALL () { MATCH ()-[r:INTERACTED]->() RETURN count(r) AS resolved }
CALL () { MATCH ()-[r:AIMED]->() RETURN count(r) AS aimed }
CALL () { MATCH (m:Waiting) RETURN count(m) AS implied }
WITH *, CASE l.sequence WHEN $known THEN [] ELSE [1] END AS once
CALL (once) { UNWIND once AS x MATCH (m:Message) WHERE m.stub IS NULL RETURN count(m) AS messages }
CALL (once) { UNWIND once AS x MATCH ()-[t:ENGAGES]->() RETURN count(t) AS all_ties, sum(t.interactions) AS all_interactions, max(t.last_at) AS last_at }
CALL (once) {
  UNWIND once AS x MATCH (p:Person) WHERE p.kind <> 'person' MATCH (p)-[t:ENGAGES]-() WITH DISTINCT t RETURN count(t) AS other_ties, sum(t.interactions) AS other_interactions
}
CALL (once) {
  UNWIND once AS x MATCH (p:Person) WHERE p.kind = 'person' AND EXISTS { MATCH (p)-[:ENGAGES]-(q:Person) WHERE q.kind = 'person' } RETURN count(p) AS persons
}
CALL (once) {
  UNWIND once AS x MATCH (p:Person) WHERE p.kind = 'person'
  CALL (p) { MATCH (p)-[t:ENGAGES]-(q) WHERE elementId(p) < elementId(q) WITH q, collect(t) AS ts WHERE size(ts) = 2 AND q.kind = 'person' RETURN ts }
  RETURN count(ts) AS mutual_ties, sum(CASE WHEN ts[0].interactions < ts[1].interactions THEN ts[0].interactions ELSE ts[1].interactions END) AS matched
}
WITH *, all_ties - other_ties AS ties, all_interactions - other_interactions AS interactions
WITH *, CASE WHEN ties > 0 THEN 2.0 * mutual_ties / ties END AS binary, CASE WHEN persons > 1 THEN 1.0 * ties / (persons * (persons - 1)) END AS density
RETURN l.sequence AS sequence, people, messages, resolved, aimed + implied AS unresolved, last_at, persons, interactions, ties, mutual_ties, binary,
  CASE WHEN density < 1 THEN (binary - density) / (1 - density) END AS corrected, CASE WHEN interactions > 0 THEN 2.0 * matched / interactions END AS weighted
