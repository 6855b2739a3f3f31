// What message records said of these messages, where one did (its fingerprint tells), and who wrote them. One index seek and two expands each.
UNWIND $messages AS id
MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id)
WHERE m.stub IS NULL
OPTIONAL MATCH (m)-[:REPLY_TO]->(parent)
OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
RETURN m.id AS id, m.fingerprint AS fingerprint, a.idx AS author, m.anonymous IS NOT NULL AS anonymous,
  coalesce(m.told_at, m.at) AS at, CASE WHEN m.parent_record IS NULL THEN parent.id END AS parent, m.by_conversation IS NOT NULL AS by_conversation,
  m.visibility AS visibility, CASE WHEN m.anonymous IS NULL THEN a.platform ELSE m.platform END AS platform, m.tags AS tags, m.explicit IS NOT NULL AS explicit
