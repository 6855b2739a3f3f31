// Place in the network of mutual ties: strength Σ m, degree, effective number exp(-Σ p ln p) with p = m / Σ m, beside the run's walk value n̂π. One expand each.
UNWIND $idx AS idx
MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx)
CALL (p) {
  MATCH (p)-[m:MUTUAL]-(:Person)
  WITH collect(m.strength) AS strengths, sum(m.strength) AS strength
  RETURN strength, size(strengths) AS degree,
    CASE WHEN strength > 0 THEN exp(-reduce(sum = 0.0, s IN strengths | sum + s / strength * log(s / strength))) ELSE 0.0 END AS effective
}
RETURN idx, toFloat(strength) AS strength, degree, effective, p.centrality AS walk
