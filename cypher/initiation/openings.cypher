// Pages of the persons with whom somebody has a tie, with the act that opened it: the first of known time by (time, actor's id, kind, id), the latest opening first, after
// (page.at, page.after), $limit kept; page.mine keeps those that the person opened, or the others. One expand of the person's ties, and of the smaller side of each tie of the page.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (page, p) {
  MATCH (p)-[t:ENGAGES]-(q)
  WHERE NOT p:NonPerson AND (page.mine IS NULL OR page.mine = (startNode(t) = p)) AND t.first_at <= coalesce(page.at, t.first_at)
  WITH page, p, q, t, t.first_at AS at ORDER BY at DESC
  WHERE NOT q:NonPerson AND (page.at IS NULL OR at < page.at OR q.idx > page.after)
    AND NOT EXISTS { MATCH (p)-[u:ENGAGES]-(q) WHERE u.first_at < at OR u.first_at = at AND startNode(u).id < startNode(t).id }
  WITH p, q, t, at ORDER BY at DESC, q.idx LIMIT $limit
  CALL (t, at) {
    WITH startNode(t) AS a, endNode(t) AS b, at
    MATCH (a)-[r:INTERACTED]->(b)
    WHERE r.at = at AND coalesce(r.at_quality, 'exact') <> 'unknown'
    RETURN min([r.kind, r.id, r.ground]) AS first
  }
  WITH p, q, t, at, first ORDER BY at DESC, q.idx
  RETURN collect({person: properties(q), at: at, mine: startNode(t) = p, kind: first[0], id: first[1], ground: first[2]}) AS openings
}
RETURN page.key AS key, openings
