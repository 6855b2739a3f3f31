// What message records said; what interactions made follows from those. One scan of messages and two expands each.
MATCH (m:Message) WHERE m.fingerprint IS NOT NULL
OPTIONAL MATCH (m)-[:REPLY_TO]->(parent:Message)
OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
RETURN m.id AS id, coalesce(m.told_at, m.at) AS at, CASE WHEN m.anonymous IS NULL THEN a.id END AS author, CASE WHEN m.parent_record IS NULL THEN parent.id END AS parent,
  m.visibility AS visibility, m.platform AS platform, m.tags AS tags, m.by_conversation IS NOT NULL AS by_conversation
