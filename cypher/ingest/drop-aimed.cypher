// Nothing waits for the author of these messages any longer. One index seek and two expands each.
CYPHER replan=skip UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
CALL (m) { MATCH (c:Waiting)-[:REPLY_TO]->(m) REMOVE c:Waiting }
CALL (m) { MATCH ()-[r:AIMED]->(m) DELETE r }
