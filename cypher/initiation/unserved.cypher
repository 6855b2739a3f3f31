// Pages of the persons who acted upon somebody at a known time and by a kind that $counters count, and whom that one never acted upon in any way, the latest first, after
// (page.at, page.after), $limit kept, with their ties. Two expands of the person's incoming ties and one of the outgoing; the total takes off those of a kind that were served.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (page, p) {
  MATCH (p)<-[t:ENGAGES]-(q)
  WHERE p.kind = 'person' AND t.last_at <= coalesce(page.at, t.last_at)
  WITH page, p, q, t, t.last_at AS at ORDER BY at DESC
  WHERE q.kind = 'person' AND (page.at IS NULL OR at < page.at OR q.idx > page.after) AND any(counter IN $counters WHERE t[counter] > 0)
    AND NOT EXISTS { (p)-[:ENGAGES]->(q) }
  WITH q, t, at ORDER BY at DESC, q.idx LIMIT $limit
  RETURN collect({person: properties(q), tie: properties(t), last_at: at}) AS people
}
CALL (p) {
  MATCH (p)<-[t:ENGAGES]-(q)
  WHERE p.kind = 'person' AND q.kind = 'person' AND t.last_at IS NOT NULL AND any(counter IN $counters WHERE t[counter] > 0)
  RETURN count(*) AS turned
}
CALL (p) {
  MATCH (p)-[:ENGAGES]->(q)-[t:ENGAGES]->(p)
  WHERE p.kind = 'person' AND q.kind = 'person' AND t.last_at IS NOT NULL AND any(counter IN $counters WHERE t[counter] > 0)
  RETURN count(*) AS served
}
RETURN page.key AS key, turned - served AS total, people
