// Pages of the persons with whom somebody has a tie, with the act that opened it: the first of known time by (time, actor's id, kind, id), the latest opening first, after
// (page.at, page.after); page.mine keeps those that the person opened, or the others. One expand of each page's person.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (page, p) {
  MATCH (p)-[r:INTERACTED]-(q:Person)
  WHERE p.kind = 'person' AND q.kind = 'person' AND coalesce(r.at_quality, 'exact') <> 'unknown'
  WITH page, p, q, min([r.at, startNode(r).id, r.kind, r.id, r.ground]) AS first
  WHERE page.mine IS NULL OR page.mine = (first[1] = p.id)
  WITH page, q, first ORDER BY first[0] DESC, q.idx
  RETURN count(q) AS total,
    collect(CASE WHEN page.at IS NULL OR first[0] < page.at OR first[0] = page.at AND q.idx > page.after THEN {person: q, first: first} END) AS seen
}
RETURN page.key AS key, total, [x IN seen[..page.limit] | {person: properties(x.person), at: x.first[0], mine: x.first[1] = p.id, kind: x.first[2], id: x.first[3], ground: x.first[4]}] AS openings
