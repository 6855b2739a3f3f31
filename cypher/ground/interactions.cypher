// Pages of what was observed of somebody, newest first and unknown times last, after (page.at, page.after), $limit kept; a null in a page filters nothing. Grounds are those of the
// person's view: page.stored is how page.ground is stored for what others did. One expand of each page's person.
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
CALL (page, p) {
  MATCH (p)-[r:INTERACTED|AIMED]-()
  WHERE (page.kind IS NULL OR r.kind = page.kind) AND (page.platform IS NULL OR r.platform = page.platform)
    AND (page.given IS NULL OR page.given = (startNode(r) = p)) AND (page.waiting IS NULL OR page.waiting = (type(r) = 'AIMED'))
    AND (page.ground IS NULL OR coalesce(r.ground, CASE WHEN r.visibility = 'direct' THEN 'PRIVATE' ELSE 'UNKNOWN' END) = CASE WHEN startNode(r) = p THEN page.ground ELSE page.stored END)
  RETURN collect(r) AS kept
}
CALL (page, p, kept) {
  UNWIND kept AS r
  WITH page, p, r, CASE WHEN r.at_quality = 'unknown' THEN -9007199254740991 ELSE r.at END AS at ORDER BY at DESC
  WHERE page.at IS NULL OR at < page.at OR at = page.at AND r.id < page.after
  WITH p, r, at ORDER BY at DESC, r.id DESC LIMIT $limit
  RETURN collect(r {.id, .kind, .at, .platform, .message,
    waiting: type(r) = 'AIMED', given: startNode(r) = p, private: coalesce(r.visibility = 'direct', false), known: coalesce(r.at_quality <> 'unknown', true),
    ground: coalesce(r.ground, CASE WHEN r.visibility = 'direct' THEN 'PRIVATE' ELSE 'UNKNOWN' END), object: CASE WHEN type(r) = 'AIMED' THEN endNode(r).id ELSE r.object END,
    counterpart: CASE WHEN startNode(r) <> p THEN properties(startNode(r)) WHEN type(r) <> 'AIMED' THEN properties(endNode(r)) END}) AS interactions
}
RETURN page.key AS key, size(kept) AS total, interactions
