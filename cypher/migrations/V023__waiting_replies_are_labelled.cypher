// A reply that a message record implies waits as a label of its message, not as a relationship.
MATCH ()-[r:AIMED]->() WHERE r.fingerprint IS NULL
CALL (r) {
  MATCH (c:Message {id: r.id}) USING INDEX SEEK c:Message(id)
  SET c:Waiting
  DELETE r
} IN TRANSACTIONS OF 5000 ROWS;
