// What is known of these messages, by position in $ids; a depth above 0 tells of a parent. One index seek each, and one expand of what has no depth above 0.
CYPHER replan=skip UNWIND range(0, size($ids) - 1) AS i
MATCH (m:Message {id: $ids[i]}) USING INDEX SEEK m:Message(id)
RETURN collect(i) AS positions, collect(coalesce(m.stub, false)) AS stub, collect(coalesce(m.at, -1)) AS at,
  collect(coalesce(m.author, -1)) AS author, collect(coalesce(m.depth, -1)) AS depth, collect(coalesce(m.starter, -2)) AS starter,
  collect(coalesce(m.conversation, '')) AS conversation, collect(coalesce(m.facts_record, '')) AS facts_record,
  collect(coalesce(m.parent_record, '')) AS parent_record, collect(coalesce(m.depth > 0, EXISTS { (m)-[:REPLY_TO]->() })) AS has_parent,
  collect(coalesce(m.explicit, false)) AS explicit, collect(coalesce(toString(m.fingerprint), '')) AS fingerprint
