// What waits for the author of these messages: interactions, and replies that message records imply, which wait no longer; '' for
// what is not said. One index seek and two expands each.
CYPHER replan=skip UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
CALL (m) {
  MATCH (a:Person)-[r:AIMED]->(m)
  RETURN a.idx AS actor, properties(r) AS x
  UNION ALL
  MATCH (c:Waiting)-[:REPLY_TO]->(m)
  REMOVE c:Waiting
  RETURN c.author AS actor, c {.id, kind: 'reply', at: coalesce(c.told_at, c.at), message: c.id, .visibility, .platform, .tags} AS x
}
RETURN collect(actor) AS actor, collect(x.id) AS id, collect(x.kind) AS kind, collect(x.at) AS at, collect(id) AS object, collect(coalesce(x.message, '')) AS message,
  collect(coalesce(x.visibility, 'public')) AS visibility, collect(coalesce(x.platform, '')) AS platform, collect(coalesce(x.at_quality, 'exact')) AS at_quality,
  collect(coalesce(x.tags, [])) AS tags, collect(coalesce(x.meta, '')) AS meta, collect(coalesce(toString(x.fingerprint), '')) AS fingerprint
