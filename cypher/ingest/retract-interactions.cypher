// Removes what has these ids, resolved, waiting, implied and waiting, or at oneself, and says between whom (-1 for nobody), about which message and in which. Four index seeks each.
CALL () {
  UNWIND $ids AS id
  MATCH (a:Person)-[r:INTERACTED {id: id}]->(b:Person) USING INDEX SEEK r:INTERACTED(id)
  WITH r, a.idx AS actor, b.idx AS target, r.object AS object, r.message AS message
  DELETE r
  RETURN actor, target, object, message
  UNION ALL
  UNWIND $ids AS id
  MATCH (a:Person)-[r:AIMED {id: id}]->(m:Message) USING INDEX SEEK r:AIMED(id)
  WITH r, a.idx AS actor, m.id AS object, r.message AS message
  DELETE r
  RETURN actor, -1 AS target, object, message
  UNION ALL
  UNWIND $ids AS id
  MATCH (c:Message {id: id}) USING INDEX SEEK c:Message(id)
  WHERE c:Waiting
  MATCH (c)-[:REPLY_TO]->(m)
  REMOVE c:Waiting
  RETURN c.author AS actor, -1 AS target, m.id AS object, c.id AS message
  UNION ALL
  UNWIND $ids AS id
  MATCH (a:Person)-[r:SELF {id: id}]->(m:Message) USING INDEX SEEK r:SELF(id)
  WITH r, a.idx AS actor, m.id AS object, r.message AS message
  DELETE r
  RETURN actor, -1 AS target, object, message
}
RETURN actor, target, object, message
