// The interactions that wait for the author of these messages. One index seek and one expand each.
CYPHER replan=skip UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
MATCH (a:Person)-[r:AIMED]->(m)
WITH a.id AS actor, a.idx AS idx, m.id AS object, properties(r) AS x
RETURN actor, idx, x.id AS id, x.kind AS kind, x.at AS at, object, x.message AS message, x.visibility AS visibility, x.platform AS platform, x.at_quality AS at_quality,
  x.tags AS tags, x.meta AS meta, toString(x.fingerprint) AS fingerprint
