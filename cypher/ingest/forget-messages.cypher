// Makes stubs of messages, to be told again by what remains about them; keeps the author where somebody still names them, and says what they answered. The thread above counts as news. One seek and two expands each.
UNWIND $messages AS x
MATCH (m:Message {id: x.id}) USING INDEX SEEK m:Message(id)
OPTIONAL MATCH (m)-[reply:REPLY_TO]->(parent)
OPTIONAL MATCH ()-[wrote:WROTE]->(m) WHERE NOT x.authored
SET parent.sequence = $sequence, m = {id: m.id, stub: true, sequence: $sequence, author: CASE WHEN x.authored THEN m.author END}
DELETE reply, wrote
RETURN collect(parent.id) AS parents
