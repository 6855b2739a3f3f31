// Lets what only the author of these messages told wait again: interactions without a target of their own, those at oneself among them, and replies that message records
// imply, which nothing keeps where they are at oneself; $retracted names records that are going. Says which pairs lost. Three seeks and two expands each, two seeks per interaction.
UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
CALL (m) {
  MATCH (a:Person)-[r:INTERACTED {object: m.id}]->(b:Person) USING INDEX SEEK r:INTERACTED(object)
  WHERE r.derived
  OPTIONAL MATCH (c:Message {id: r.id}) USING INDEX SEEK c:Message(id)
  REMOVE c:Waiting
  WITH m, a, b.idx AS target, r, r{.*, object: null, derived: null, ground: null, invitation: null, invited: null, landing: null, sequence: $sequence} AS facts
  DELETE r
  CREATE (a)-[w:AIMED]->(m)
  SET w = facts
  RETURN a.idx AS actor, target
  UNION ALL
  MATCH (a:Person)-[r:SELF {derived: true}]->(m)
  OPTIONAL MATCH (c:Message {id: r.id}) USING INDEX SEEK c:Message(id)
  REMOVE c:Waiting
  WITH m, a, -1 AS target, r, r{.*, derived: null, sequence: $sequence} AS facts
  DELETE r
  CREATE (a)-[w:AIMED]->(m)
  SET w = facts
  RETURN a.idx AS actor, target
  UNION ALL
  MATCH (a:Person)-[r:INTERACTED {object: m.id}]->(b:Person) USING INDEX SEEK r:INTERACTED(object)
  WHERE r.fingerprint IS NULL
  WITH a.idx AS actor, b.idx AS target, r, r.id AS reply
  DELETE r
  WITH actor, target, reply
  MATCH (c:Message {id: reply}) USING INDEX SEEK c:Message(id)
  FOREACH (_ IN CASE WHEN EXISTS { MATCH ()-[x:AIMED {id: reply}]->() USING INDEX SEEK x:AIMED(id) } THEN [] ELSE [1] END | SET c:Waiting)
  RETURN actor, target
  UNION ALL
  MATCH (a:Person)-[:WROTE]->(c:Message)-[:REPLY_TO]->(m)
  WHERE a.idx = m.author AND c.fingerprint IS NOT NULL AND c.anonymous IS NULL AND c.by_conversation IS NULL AND c.parent_record IS NULL
    AND c.explicit IS NULL AND NOT c:Waiting AND NOT c.id IN $retracted
    AND NOT EXISTS { MATCH ()-[x:INTERACTED {id: c.id}]->() USING INDEX SEEK x:INTERACTED(id) }
    AND NOT EXISTS { MATCH ()-[x:AIMED {id: c.id}]->() USING INDEX SEEK x:AIMED(id) }
    AND NOT EXISTS { MATCH ()-[x:SELF {id: c.id}]->() USING INDEX SEEK x:SELF(id) }
  SET c:Waiting
  RETURN a.idx AS actor, -1 AS target
}
RETURN actor, target
