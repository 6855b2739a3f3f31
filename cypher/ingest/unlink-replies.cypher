// Takes away the parent of messages that have got another one; the thread that loses them counts as news. One index seek and one expand each.
UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
MATCH (m)-[r:REPLY_TO]->(parent)
SET parent.sequence = $sequence
DELETE r
