// Messages that a record described, and what only acts at oneself told of a message (their ids in acts). One scan of messages, two expands and at most four seeks each.
MATCH (m:Message) WHERE m.stub IS NULL
OPTIONAL MATCH (m)-[:REPLY_TO]->(parent:Message)
OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
WITH m, parent.id AS parent, a.id AS author, m.fingerprint IS NOT NULL AS recorded
CALL (m) {
  UNWIND [m.facts_record, m.parent_record] AS id
  WITH DISTINCT id WHERE id IS NOT NULL
    AND NOT EXISTS { MATCH ()-[r:INTERACTED {id: id}]->() USING INDEX SEEK r:INTERACTED(id) }
    AND NOT EXISTS { MATCH ()-[r:AIMED {id: id}]->() USING INDEX SEEK r:AIMED(id) }
  RETURN collect(id) AS acts
}
WITH m, parent, author, recorded, acts + CASE WHEN recorded AND m.explicit THEN ['self:' + m.id] ELSE [] END AS acts
RETURN m.id AS id, m.at AS at, author, parent, m.visibility AS visibility, m.platform AS platform, m.tags AS tags, recorded, acts,
  author IS NOT NULL AND m.anonymous IS NULL AS told_author, m.parent_record IS NULL AS told_parent, m.by_conversation IS NOT NULL AS by_conversation
