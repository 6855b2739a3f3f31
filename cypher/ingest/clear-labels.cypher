// Forgets root, depth and starter below messages that moved, so that they can be given again. Linear in the subtrees.
UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
MATCH (m)(()<-[:REPLY_TO]-())+(c)
WITH DISTINCT c
SET c.depth = null, c.starter = null, c.conversation = null, c.sequence = $sequence
