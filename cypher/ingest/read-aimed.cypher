// The interactions that wait for the author of these messages. One index seek and one expand each.
UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
MATCH (a:Person)-[r:AIMED]->(m)
RETURN a.id AS actor, a.idx AS idx, r.id AS id, r.kind AS kind, r.at AS at, m.id AS object, r.message AS message, r.visibility AS visibility,
  r.platform AS platform, r.at_quality AS at_quality, r.tags AS tags, r.meta AS meta, toString(r.fingerprint) AS fingerprint
