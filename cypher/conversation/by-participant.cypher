// Pages of the summarised threads in which somebody wrote openly, the highest page.order first, each after (page.value, page.after). Linear in
// their messages.
UNWIND $pages AS page
MATCH (p:Person {id: page.person}) USING INDEX SEEK p:Person(id)
CALL (page, p) {
  MATCH (p)-[:WROTE]->(m) WHERE coalesce(m.visibility, 'public') <> 'direct'
  WITH DISTINCT page, m.conversation AS id
  MATCH (root:Message {id: id}) USING INDEX SEEK root:Message(id)
  WHERE root.depth = 0 AND root.thread_depth >= 0 AND coalesce(root.visibility, 'public') <> 'direct'
  WITH root, root[page.order] AS value ORDER BY value DESC, root.id DESC
  RETURN collect(root) AS seen
}
WITH page, size(seen) AS total,
  [r IN seen WHERE page.value IS NULL OR r[page.order] < page.value OR r[page.order] = page.value AND r.id < page.after][..page.limit] AS shown
CALL (page, shown) {
  UNWIND shown AS m
  OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
  WITH page, m, a ORDER BY m[page.order] DESC, m.id DESC
  RETURN collect({root: properties(m), author: properties(a)}) AS threads
}
RETURN page.key AS key, total, threads
