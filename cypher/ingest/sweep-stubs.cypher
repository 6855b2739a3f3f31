// Removes those of these messages that are stubs to which nothing refers. One seek each, one of interactions.
UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
WHERE m.stub AND NOT EXISTS { (m)<-[:REPLY_TO|AIMED|SELF]-() }
  AND NOT EXISTS { MATCH ()-[r:INTERACTED {object: m.id}]->() USING INDEX SEEK r:INTERACTED(object) }
DELETE m
