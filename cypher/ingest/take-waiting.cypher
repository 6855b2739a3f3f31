// What waits for the author of these messages: interactions, and replies that message records imply, which wait no longer. One index seek and two expands each, one expand per reply.
CYPHER replan=skip UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
CALL (m) {
  MATCH (a:Person)-[r:AIMED]->(m)
  RETURN a.idx AS actor, properties(r) AS x
  UNION ALL
  MATCH (a:Person)-[:WROTE]->(c:Waiting)-[:REPLY_TO]->(m)
  REMOVE c:Waiting
  RETURN a.idx AS actor, c {.id, kind: 'reply', at: coalesce(c.told_at, c.at), message: c.id, .visibility, platform: a.platform, .tags} AS x
}
RETURN actor, x.id AS id, x.kind AS kind, x.at AS at, id AS object, x.message AS message, x.visibility AS visibility, x.platform AS platform, x.at_quality AS at_quality,
  x.tags AS tags, x.meta AS meta, x.fingerprint AS fingerprint
