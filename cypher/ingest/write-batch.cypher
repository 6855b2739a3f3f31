// Writes one planned batch by list position: fresh people, messages and stubs, links, interactions, waiting interactions, ties. Linear in the batch.
UNWIND range(0, size($freshPeople.id) - 1) AS i
CREATE (p:Person {id: $freshPeople.id[i], idx: $freshPeople.idx[i], platform: $freshPeople.platform[i], kind: 'person', sequence: $sequence})
WITH collect(p) AS fresh
CALL () { UNWIND $people AS idx MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx) RETURN collect(p) AS old }
WITH fresh + old AS ps
CALL () {
  UNWIND range(0, size($fresh.id) - 1) AS i
  CREATE (m:Message {id: $fresh.id[i], at: $fresh.at[i], conversation: $fresh.conversation[i], depth: $fresh.depth[i], starter: $fresh.starter[i],
    author: $fresh.author[i], visibility: $fresh.visibility[i], platform: $fresh.platform[i], tags: $fresh.tags[i], facts_record: $fresh.factsRecord[i],
    parent_record: $fresh.parentRecord[i], has_parent: $fresh.hasParent[i], explicit: $fresh.explicit[i], fingerprint: $fresh.fingerprint[i], by_conversation: $fresh.byConversation[i], anonymous: $fresh.anonymous[i], sequence: $sequence})
  RETURN collect(m) AS fresh
}
CALL () { UNWIND $stubs AS id CREATE (m:Message {id: id, stub: true, sequence: $sequence}) RETURN collect(m) AS stubs }
CALL () { UNWIND $messages AS id MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id) RETURN collect(m) AS old }
WITH ps, fresh + stubs + old AS ms
CALL (ms) {
  UNWIND range(0, size($known.message) - 1) AS i
  WITH ms[$known.message[i]] AS m, i
  SET m.at = $known.at[i], m.conversation = $known.conversation[i], m.depth = $known.depth[i], m.starter = $known.starter[i],
    m.author = $known.author[i], m.visibility = $known.visibility[i], m.platform = $known.platform[i], m.tags = $known.tags[i],
    m.facts_record = $known.factsRecord[i], m.parent_record = $known.parentRecord[i], m.has_parent = $known.hasParent[i],
    m.explicit = $known.explicit[i], m.fingerprint = coalesce($known.fingerprint[i], m.fingerprint), 
    m.by_conversation = coalesce($known.byConversation[i], m.by_conversation), m.anonymous = coalesce($known.anonymous[i], m.anonymous), m.sequence = $sequence, m.stub = null
}
CALL (ps, ms) { UNWIND range(0, size($wrote.person) - 1) AS i WITH ps[$wrote.person[i]] AS p, ms[$wrote.message[i]] AS m CREATE (p)-[:WROTE]->(m) }
CALL (ms) { UNWIND range(0, size($replies.child) - 1) AS i WITH ms[$replies.child[i]] AS c, ms[$replies.parent[i]] AS m CREATE (c)-[:REPLY_TO]->(m) }
CALL (ps) {
  UNWIND range(0, size($interactions.id) - 1) AS i
  WITH ps[$interactions.actor[i]] AS a, ps[$interactions.target[i]] AS b, i
  CREATE (a)-[:INTERACTED {id: $interactions.id[i], kind: $interactions.kind[i], at: $interactions.at[i], object: $interactions.object[i],
    message: $interactions.message[i], ground: $interactions.ground[i], derived: $interactions.derived[i], visibility: $interactions.visibility[i], platform: $interactions.platform[i],
    at_quality: $interactions.atQuality[i], tags: $interactions.tags[i], meta: $interactions.meta[i], fingerprint: $interactions.fingerprint[i], sequence: $sequence}]->(b)
}
CALL (ps, ms) {
  UNWIND range(0, size($aimed.id) - 1) AS i
  WITH ps[$aimed.actor[i]] AS a, ms[$aimed.object[i]] AS m, i
  CREATE (a)-[:AIMED {id: $aimed.id[i], kind: $aimed.kind[i], at: $aimed.at[i], message: $aimed.message[i], visibility: $aimed.visibility[i],
    platform: $aimed.platform[i], at_quality: $aimed.atQuality[i], tags: $aimed.tags[i], meta: $aimed.meta[i], fingerprint: $aimed.fingerprint[i], sequence: $sequence}]->(m)
}
CALL (ps) {
  UNWIND range(0, size($ties.from) - 1) AS i
  WITH ps[$ties.from[i]] AS a, ps[$ties.to[i]] AS b, i
  MERGE (a)-[t:ENGAGES]->(b)
  ON CREATE SET t.interactions = $ties.count[i], t.first_at = $ties.first[i], t.last_at = $ties.last[i], t.private = $ties.private[i], t[$ties.counter[i]] = $ties.count[i]
  ON MATCH SET t.interactions = t.interactions + $ties.count[i], t.private = t.private + $ties.private[i], t[$ties.counter[i]] = coalesce(t[$ties.counter[i]], 0) + $ties.count[i],
    t.first_at = CASE WHEN $ties.first[i] < t.first_at THEN $ties.first[i] ELSE t.first_at END,
    t.last_at = CASE WHEN $ties.last[i] > t.last_at THEN $ties.last[i] ELSE t.last_at END
}
RETURN size(ps) AS people, size(ms) AS messages
