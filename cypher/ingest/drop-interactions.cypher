// Removes interactions by id, resolved or waiting, and says between whom. One index seek each.
CALL () {
  UNWIND $ids AS id
  MATCH (a:Person)-[r:INTERACTED {id: id}]->(b:Person) USING INDEX SEEK r:INTERACTED(id)
  WITH r, a.idx AS actor, b.idx AS target
  DELETE r
  RETURN actor, target
  UNION ALL
  UNWIND $ids AS id
  MATCH (a:Person)-[r:AIMED {id: id}]->() USING INDEX SEEK r:AIMED(id)
  WITH r, a.idx AS actor
  DELETE r
  RETURN actor, -1 AS target
}
RETURN actor, target
