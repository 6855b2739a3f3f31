// Pages of the persons who acted upon somebody at a known time and by a kind that $counters count, and whom that one never acted upon in any way, the latest first, after
// (page.at, page.after), $limit kept, with their ties. One expand of the person's ties each way.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (p) { MATCH (p)-[:ENGAGES]->(q) RETURN collect(q) AS served }
CALL (p, served) {
  MATCH (p)<-[t:ENGAGES]-(q)
  WHERE NOT p:NonPerson AND NOT q:NonPerson AND NOT q IN served AND t.last_at IS NOT NULL AND any(counter IN $counters WHERE t[counter] > 0)
  RETURN collect(t) AS unserved
}
CALL (page, unserved) {
  UNWIND unserved AS t
  WITH page, t, t.last_at AS at ORDER BY at DESC
  WHERE page.at IS NULL OR at < page.at OR at = page.at AND startNode(t).idx > page.after
  WITH t, at ORDER BY at DESC, startNode(t).idx LIMIT $limit
  RETURN collect({person: properties(startNode(t)), tie: properties(t), last_at: at}) AS people
}
RETURN page.key AS key, size(unserved) AS total, people
