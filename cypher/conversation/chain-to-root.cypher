// The way from each message up to its root, the message first, at most 1,000 messages; private ones are left out. Linear in the depth.
UNWIND $messages AS id
MATCH (start:Message {id: id}) USING INDEX SEEK start:Message(id)
MATCH q = (start)(()-[:REPLY_TO]->()){0,999}(m)
WHERE m.stub IS NULL AND coalesce(m.visibility, 'public') <> 'direct'
WITH id, m, min(length(q)) AS steps
OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
OPTIONAL MATCH (m)-[:REPLY_TO]->(p)
WITH id, steps, m, a, p ORDER BY steps
RETURN id, collect(m {.id, .at, .depth, .conversation, in_reply_to: CASE WHEN p.visibility = 'direct' THEN null ELSE p.id END, author: properties(a)}) AS messages
