// The public threads in which these messages stand; a private message and a message whose root is not known have none. Two index seeks each.
UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
WHERE coalesce(m.visibility, 'public') <> 'direct'
MATCH (root:Message {id: m.conversation}) USING INDEX SEEK root:Message(id)
WHERE root.depth = 0 AND coalesce(root.visibility, 'public') <> 'direct'
OPTIONAL MATCH (a:Person)-[:WROTE]->(root)
RETURN id, {root: properties(root), author: properties(a)} AS thread
