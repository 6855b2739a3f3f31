// Removes replies that message records imply, resolved or waiting, and says between whom (-1 for nobody). One index seek each.
CALL () {
  UNWIND $ids AS id
  MATCH (a:Person)-[r:INTERACTED {id: id}]->(b:Person) USING INDEX SEEK r:INTERACTED(id)
  WHERE r.fingerprint IS NULL
  WITH r, a.idx AS actor, b.idx AS target
  DELETE r
  RETURN actor, target
  UNION ALL
  UNWIND $ids AS id
  MATCH (a:Person)-[r:AIMED {id: id}]->() USING INDEX SEEK r:AIMED(id)
  WHERE r.fingerprint IS NULL
  WITH r, a.idx AS actor
  DELETE r
  RETURN actor, -1 AS target
}
RETURN actor, target
