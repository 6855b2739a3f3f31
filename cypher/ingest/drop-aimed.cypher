// Takes away what waited for the author of these messages. One index seek and one expand each.
CYPHER replan=skip UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
MATCH ()-[r:AIMED]->(m)
DELETE r
