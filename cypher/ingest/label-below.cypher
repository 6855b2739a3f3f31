// Gives root, depth and starter to everything below these messages that has none, and says where what happened there and at these messages did; where nobody is known
// to have started the thread, nobody knew before. Linear in the subtrees.
CYPHER replan=skip UNWIND $messages AS id
WITH DISTINCT id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
WHERE m.depth IS NOT NULL
MATCH q = (m)(()<-[:REPLY_TO]-(y WHERE y.depth IS NULL))*(c)
WITH c, m.depth + length(q) AS depth, m.starter AS starter, m.conversation AS conversation
FOREACH (_ IN CASE WHEN c.depth IS NULL THEN [1] ELSE [] END | SET c.depth = depth, c.starter = starter, c.conversation = conversation, c.sequence = $sequence)
WITH c.id AS object, starter
WHERE starter <> -1
MATCH (a)-[r:INTERACTED {object: object}]->(b) USING INDEX SEEK r:INTERACTED(object)
WHERE r.ground <> 'PRIVATE'
SET r.ground = CASE starter WHEN a.idx THEN 'OWN' WHEN b.idx THEN 'THEIRS' ELSE 'THIRD' END
