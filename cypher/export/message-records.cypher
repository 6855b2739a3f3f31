// Messages that a record described, and those that only an act at oneself made (its id in act). One scan of messages, one expand and at most two seeks each.
MATCH (m:Message) WHERE m.stub IS NULL
OPTIONAL MATCH (m)-[:REPLY_TO]->(parent:Message)
OPTIONAL MATCH (a:Person)-[:WROTE]->(m)
WITH m, parent.id AS parent, a.id AS author, m.fingerprint IS NOT NULL AS recorded
WHERE recorded OR NOT EXISTS { MATCH ()-[r:INTERACTED {id: m.facts_record}]->() USING INDEX SEEK r:INTERACTED(id) }
  AND NOT EXISTS { MATCH ()-[r:AIMED {id: m.facts_record}]->() USING INDEX SEEK r:AIMED(id) }
RETURN m.id AS id, m.at AS at, author, parent, m.visibility AS visibility, m.platform AS platform, m.tags AS tags, CASE WHEN recorded THEN null ELSE m.facts_record END AS act
