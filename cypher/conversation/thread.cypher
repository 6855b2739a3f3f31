// Pages of threads in time order, each after (page.at, page.after); private messages are left out. Linear in the threads.
UNWIND $pages AS page
MATCH (root:Message {id: page.root}) USING INDEX SEEK root:Message(id)
CALL (root) {
  MATCH (root)(()<-[:REPLY_TO]-())*(m) WHERE coalesce(m.visibility, 'public') <> 'direct'
  WITH DISTINCT m ORDER BY m.at, m.id
  RETURN collect(m) AS seen
}
WITH page, size(seen) AS total,
  [m IN seen WHERE page.at IS NULL OR m.at > page.at OR m.at = page.at AND m.id > page.after][..page.limit] AS shown
CALL (shown) {
  UNWIND shown AS m
  OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
  OPTIONAL MATCH (m)-[:REPLY_TO]->(p)
  WITH m, a, p ORDER BY m.at, m.id
  RETURN collect(m {.id, .at, .depth, .conversation, in_reply_to: CASE WHEN p.visibility = 'direct' THEN null ELSE p.id END, author: properties(a)}) AS messages
}
RETURN page.key AS key, total, messages
