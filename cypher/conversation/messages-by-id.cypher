// Messages by id with their author and the message they answer; private ones are left out. One index seek and two expands each.
UNWIND $ids AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
WHERE m.stub IS NULL AND coalesce(m.visibility, 'public') <> 'direct'
OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
OPTIONAL MATCH (m)-[:REPLY_TO]->(p)
RETURN m {.id, .at, .depth, .conversation, in_reply_to: CASE WHEN p.visibility = 'direct' THEN null ELSE p.id END, author: properties(a)} AS message
