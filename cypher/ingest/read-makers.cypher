// The interactions of these people that made these messages or happened in them; not the replies that message records imply. An unknown time is 0. One expand of each person.
UNWIND $authors AS idx
MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx)
MATCH (p)-[r:INTERACTED|AIMED|SELF]->(x)
WHERE r.message IN $messages AND r.fingerprint IS NOT NULL
RETURN r.message AS made, r.id AS id, r.kind AS kind, CASE r.at_quality WHEN 'unknown' THEN 0 ELSE r.at END AS at, CASE WHEN x:Message THEN x.id ELSE r.object END AS object,
  r.visibility AS visibility, r.platform AS platform, r.tags AS tags
