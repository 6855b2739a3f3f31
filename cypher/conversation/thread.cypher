// Pages of threads in time order, unknown times (0) last, each after (page.at, page.after); private messages are left out. Linear in the threads.
UNWIND $pages AS page
OPTIONAL MATCH (last:Message {id: page.after}) USING INDEX SEEK last:Message(id)
MATCH (root:Message {id: page.root}) USING INDEX SEEK root:Message(id)
CALL (root) {
  MATCH (root)(()<-[:REPLY_TO]-())*(m) WHERE coalesce(m.visibility, 'public') <> 'direct'
  WITH DISTINCT m, CASE m.at WHEN 0 THEN $unknown ELSE m.at END AS at ORDER BY at, m.id
  RETURN collect({m: m, at: at}) AS seen
}
WITH page, size(seen) AS total,
  [x IN seen WHERE page.at IS NULL OR x.at > page.at OR x.at = page.at AND x.m.id > coalesce(last.id, page.after)][..page.limit] AS shown
CALL (shown) {
  UNWIND shown AS x
  WITH x.m AS m, x.at AS at
  OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
  OPTIONAL MATCH (m)-[:REPLY_TO]->(p)
  WITH m, a, p, at ORDER BY at, m.id
  RETURN collect(m {.id, .at, .depth, .conversation, in_reply_to: CASE WHEN p.visibility = 'direct' THEN null ELSE p.id END, author: properties(a)}) AS messages
}
RETURN page.key AS key, total, messages
