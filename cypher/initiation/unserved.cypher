// Pages of the persons who acted upon somebody at a known time and by a kind that $counters count, and whom that one never acted upon in any way, the latest first, after
// (page.at, page.after), $limit kept, with their ties. Who may be on a first page of page.topic is precomputed while nothing was written since; else one expand of the person's ties
// each way, with one walk of the properties of each.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
WITH coalesce(l.precomputed_sequence = l.sequence, false) AS holds
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
OPTIONAL MATCH (x:Precomputed {topic: page.topic, idx: page.idx}) USING INDEX SEEK x:Precomputed(topic, idx) WHERE holds
CALL (p, x) { WITH p WHERE x IS NULL MATCH (p)-[:ENGAGES]->(q) RETURN collect(q) AS served }
CALL (p, x, served) {
  CALL (p, x, served) {
    WITH p, served WHERE x IS NULL
    MATCH (p)<-[t:ENGAGES]-(q)
    WHERE NOT p:NonPerson AND NOT q:NonPerson AND NOT q IN served
    WITH q, properties(t) AS tie
    WHERE tie.last_at IS NOT NULL AND any(counter IN $counters WHERE tie[counter] > 0)
    RETURN q, tie
    UNION ALL
    UNWIND x.others AS idx
    MATCH (q:Person {idx: idx})-[t:ENGAGES]->(p) USING INDEX SEEK q:Person(idx)
    RETURN q, properties(t) AS tie
  }
  RETURN collect([tie.last_at, q, tie]) AS unserved
}
CALL (page, unserved) {
  UNWIND unserved AS one
  WITH page, one, one[0] AS at ORDER BY at DESC
  WHERE page.at IS NULL OR at < page.at OR at = page.at AND one[1].idx > page.after
  WITH one, at ORDER BY at DESC, one[1].idx LIMIT $limit
  RETURN collect({person: properties(one[1]), tie: one[2], last_at: at}) AS people
}
RETURN page.key AS key, coalesce(x.total, size(unserved)) AS total, people
