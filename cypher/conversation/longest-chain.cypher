// The way from each root down to its deepest message, of several the one with the smallest id, at most the last 1,000 messages; private ones
// are left out. Linear in the threads.
UNWIND $roots AS id
MATCH (root:Message {id: id}) USING INDEX SEEK root:Message(id)
CALL (root) {
  MATCH (root)(()<-[:REPLY_TO]-())*(m) WHERE coalesce(m.visibility, 'public') <> 'direct'
  WITH collect(DISTINCT m) AS ms
  UNWIND ms AS m
  RETURN m AS deepest ORDER BY m.depth DESC, m.id LIMIT 1
}
MATCH q = (deepest)(()-[:REPLY_TO]->()){0,999}(m)
WHERE m.stub IS NULL AND coalesce(m.visibility, 'public') <> 'direct'
WITH id, m, min(length(q)) AS steps
OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
OPTIONAL MATCH (m)-[:REPLY_TO]->(p)
WITH id, steps, m, a, p ORDER BY steps DESC
RETURN id, collect(m {.id, .at, .depth, .conversation, in_reply_to: CASE WHEN p.visibility = 'direct' THEN null ELSE p.id END, author: properties(a)}) AS messages
