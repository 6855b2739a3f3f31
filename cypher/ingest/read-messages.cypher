// What is known of these messages, by position in $ids, an id a line: of a stub only that it is one, of the others a value each, and by position what few have (deciding records, a parent
// without a depth); a root's conversation is its own id and left empty. One index seek each, and one expand of what has no depth.
CYPHER replan=skip WITH split($ids, '\n') AS ids
UNWIND range(0, size(ids) - 1) AS i
MATCH (m:Message {id: ids[i]}) USING INDEX SEEK m:Message(id)
WITH i, m, CASE WHEN m.stub IS NULL THEN i END AS told
RETURN collect(CASE WHEN told IS NULL THEN i END) AS stubs, collect(told) AS told, collect(m.at) AS at,
  collect(CASE WHEN told IS NOT NULL THEN coalesce(m.author, -1) END) AS author, collect(CASE WHEN told IS NOT NULL THEN coalesce(m.depth, -1) END) AS depth,
  collect(CASE WHEN told IS NOT NULL THEN coalesce(m.starter, -2) END) AS starter, collect(CASE WHEN told IS NOT NULL THEN CASE WHEN m.depth > 0 THEN m.conversation ELSE '' END END) AS conversation,
  collect(CASE WHEN m.facts_record IS NOT NULL THEN {position: i, record: m.facts_record} END) AS facts_record,
  collect(CASE WHEN m.parent_record IS NOT NULL THEN {position: i, record: m.parent_record} END) AS parent_record,
  collect(CASE WHEN m.depth IS NULL AND EXISTS { (m)-[:REPLY_TO]->() } THEN i END) AS unlabelled, collect(CASE WHEN m.explicit THEN i END) AS explicit,
  collect(CASE WHEN told IS NOT NULL THEN coalesce(m.fingerprint, -1) END) AS fingerprint
