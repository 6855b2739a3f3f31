// Says again where the interactions about these messages, and about everything below them, happened. Linear in the subtrees.
UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
MATCH (m)(()<-[:REPLY_TO]-())*(c)
WITH DISTINCT c
MATCH (a)-[r:INTERACTED {object: c.id}]->(b) USING INDEX SEEK r:INTERACTED(object)
WHERE r.ground <> 'PRIVATE'
SET r.ground = CASE WHEN coalesce(c.starter, -1) = -1 THEN 'UNKNOWN' WHEN c.starter = a.idx THEN 'OWN' WHEN c.starter = b.idx THEN 'THEIRS' ELSE 'THIRD' END
