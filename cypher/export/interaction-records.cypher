// Every recorded interaction, resolved, waiting or at oneself, as it came; implied ones follow from their messages. Three scans of relationships.
CALL () {
  MATCH (a:Person)-[r:INTERACTED]->(b:Person) WHERE r.fingerprint IS NOT NULL
  RETURN a.id AS from_id, CASE WHEN r.derived THEN null ELSE b.id END AS to_id, r.object AS object, properties(r) AS interaction
  UNION ALL
  MATCH (a:Person)-[r:AIMED]->(m:Message) WHERE r.fingerprint IS NOT NULL
  RETURN a.id AS from_id, null AS to_id, m.id AS object, properties(r) AS interaction
  UNION ALL
  MATCH (a:Person)-[r:SELF]->(m:Message)
  RETURN a.id AS from_id, CASE WHEN r.derived THEN null ELSE a.id END AS to_id, m.id AS object, properties(r) AS interaction
}
RETURN from_id, to_id, object, interaction
