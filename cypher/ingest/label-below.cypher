// Gives root, depth and starter to everything below these messages that has none. Linear in the subtrees.
UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
WHERE m.depth IS NOT NULL
MATCH q = (m)(()<-[:REPLY_TO]-(y WHERE y.depth IS NULL))+(c)
WITH c, m.depth + length(q) AS depth, m.starter AS starter, m.conversation AS conversation
SET c.depth = depth, c.starter = starter, c.conversation = conversation, c.sequence = $sequence
