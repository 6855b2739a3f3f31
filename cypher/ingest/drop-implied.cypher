// Removes replies that message records imply, resolved or waiting, and says between whom (-1 for nobody). Two index seeks each.
CALL () {
  UNWIND $ids AS id
  MATCH (a:Person)-[r:INTERACTED {id: id}]->(b:Person) USING INDEX SEEK r:INTERACTED(id)
  WHERE r.fingerprint IS NULL
  WITH r, a.idx AS actor, b.idx AS target
  DELETE r
  RETURN actor, target
  UNION ALL
  UNWIND $ids AS id
  MATCH (c:Message {id: id}) USING INDEX SEEK c:Message(id)
  WHERE c:Waiting
  REMOVE c:Waiting
  RETURN c.author AS actor, -1 AS target
}
RETURN actor, target
