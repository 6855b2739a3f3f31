// Reciprocity of persons: s_out, s_in, s_mutual = Σ min(w_ij, w_ji), q = 2 s_mutual / (s_out + s_in), and its one-sided variants; ties with persons only. One expand each.
UNWIND $idx AS idx
MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx)
CALL (p) {
  MATCH (p)-[t:ENGAGES]-(q:Person)
  WHERE p.kind = 'person' AND q.kind = 'person'
  WITH q, sum(CASE WHEN startNode(t) = p THEN t.interactions ELSE 0 END) AS given,
    sum(CASE WHEN endNode(t) = p THEN t.interactions ELSE 0 END) AS received
  RETURN sum(given) AS given, sum(received) AS received, sum(CASE WHEN given < received THEN given ELSE received END) AS mutual
}
RETURN idx, given, received, mutual,
  CASE WHEN given + received > 0 THEN 2.0 * mutual / (given + received) END AS balance,
  CASE WHEN given > 0 THEN 1.0 * mutual / given END AS returned_to,
  CASE WHEN received > 0 THEN 1.0 * mutual / received END AS returned_by
