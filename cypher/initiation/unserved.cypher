// Pages of the persons who acted upon somebody by $kinds at a known time and whom that one never acted upon in any way, the latest first, after (page.at, page.after), with
// what they did. One expand of each page's person.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (page, p) {
  MATCH (p)-[r:INTERACTED]-(q:Person)
  WHERE p.kind = 'person' AND q.kind = 'person'
  WITH page, p, q, r, r.kind IN $kinds AND coalesce(r.at_quality, 'exact') <> 'unknown' AS counts
  WITH page, q, sum(CASE WHEN startNode(r) = p THEN 1 ELSE 0 END) AS given, max(CASE WHEN counts THEN r.at END) AS last, collect(CASE WHEN counts THEN r.kind END) AS kinds
  WHERE given = 0 AND last IS NOT NULL
  WITH page, q, last, kinds ORDER BY last DESC, q.idx
  RETURN count(q) AS total, collect(CASE WHEN page.at IS NULL OR last < page.at OR last = page.at AND q.idx > page.after THEN {person: q, last: last, kinds: kinds} END) AS seen
}
RETURN page.key AS key, total, [x IN seen[..page.limit] | {person: properties(x.person), last_at: x.last,
  acts: [kind IN $kinds WHERE kind IN x.kinds | {kind: kind, count: size([k IN x.kinds WHERE k = kind])}]}] AS people
