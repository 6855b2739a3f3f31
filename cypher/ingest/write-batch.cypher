// Writes one planned batch by list position: fresh people, messages and stubs, links, interactions, waiting ones, replies that wait, those at oneself, ties. Linear in the batch.
CYPHER replan=skip UNWIND range(0, size($freshPeople.id) - 1) AS i
CREATE (p:Person {id: $freshPeople.id[i], idx: toInteger($freshPeople.idx[i]), platform: $freshPeople.platform[i], kind: 'person', sequence: $sequence})
WITH collect(p) AS fresh
CALL () { UNWIND $people AS number WITH toInteger(number) AS idx MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx) RETURN collect(p) AS old }
WITH fresh + old AS ps
CALL () {
  UNWIND range(0, size($fresh.id) - 1) AS i
  CREATE (m:Message {id: $fresh.id[i], at: toInteger($fresh.at[i]), conversation: $fresh.conversation[i], depth: toInteger($fresh.depth[i]), starter: toInteger($fresh.starter[i]),
    author: toInteger($fresh.author[i]), visibility: $fresh.visibility[i], platform: $fresh.platform[i], tags: $fresh.tags[i], facts_record: $fresh.factsRecord[i],
    parent_record: $fresh.parentRecord[i], explicit: $fresh.explicit[i], fingerprint: toInteger($fresh.fingerprint[i]), by_conversation: $fresh.byConversation[i], anonymous: $fresh.anonymous[i], told_at: toInteger($fresh.toldAt[i]), sequence: $sequence})
  RETURN collect(m) AS fresh
}
CALL () { UNWIND $stubs AS id CREATE (m:Message {id: id, stub: true, sequence: $sequence}) RETURN collect(m) AS stubs }
CALL () { UNWIND $messages AS id MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id) RETURN collect(m) AS old }
WITH ps, fresh + stubs + old AS ms
CALL (ms) {
  UNWIND range(0, size($known.message) - 1) AS i
  WITH ms[toInteger($known.message[i])] AS m, i
  SET m.at = toInteger($known.at[i]), m.conversation = $known.conversation[i], m.depth = toInteger($known.depth[i]), m.starter = toInteger($known.starter[i]),
    m.author = toInteger($known.author[i]),
    m.visibility = CASE WHEN $known.visibility[i] IS NULL THEN m.visibility WHEN $known.visibility[i] <> 'public' THEN $known.visibility[i] END,
    m.platform = CASE WHEN $known.visibility[i] IS NULL THEN m.platform ELSE $known.platform[i] END, m.tags = CASE WHEN $known.visibility[i] IS NULL THEN m.tags ELSE $known.tags[i] END,
    m.facts_record = $known.factsRecord[i], m.parent_record = $known.parentRecord[i],
    m.explicit = $known.explicit[i], m.fingerprint = coalesce(toInteger($known.fingerprint[i]), m.fingerprint),
    m.by_conversation = coalesce($known.byConversation[i], m.by_conversation), m.anonymous = coalesce($known.anonymous[i], m.anonymous),
    m.told_at = coalesce(m.told_at, toInteger($known.toldAt[i])), m.sequence = $sequence, m.stub = null
}
CALL (ps, ms) { UNWIND range(0, size($wrote.person) - 1) AS i WITH ps[toInteger($wrote.person[i])] AS p, ms[toInteger($wrote.message[i])] AS m CREATE (p)-[:WROTE]->(m) }
CALL (ms) { UNWIND range(0, size($replies.child) - 1) AS i WITH ms[toInteger($replies.child[i])] AS c, ms[toInteger($replies.parent[i])] AS m CREATE (c)-[:REPLY_TO]->(m) }
CALL (ps) {
  UNWIND range(0, size($interactions.id) - 1) AS i
  WITH ps[toInteger($interactions.actor[i])] AS a, ps[toInteger($interactions.target[i])] AS b, i
  CREATE (a)-[:INTERACTED {id: $interactions.id[i], kind: $interactions.kind[i], at: toInteger($interactions.at[i]), object: $interactions.object[i],
    message: $interactions.message[i], ground: $interactions.ground[i], derived: $interactions.derived[i], visibility: $interactions.visibility[i], platform: $interactions.platform[i],
    at_quality: $interactions.atQuality[i], tags: $interactions.tags[i], meta: $interactions.meta[i], fingerprint: toInteger($interactions.fingerprint[i]), sequence: $sequence}]->(b)
}
CALL (ps, ms) {
  UNWIND range(0, size($aimed.id) - 1) AS i
  WITH ps[toInteger($aimed.actor[i])] AS a, ms[toInteger($aimed.object[i])] AS m, i
  CREATE (a)-[:AIMED {id: $aimed.id[i], kind: $aimed.kind[i], at: toInteger($aimed.at[i]), message: $aimed.message[i], visibility: $aimed.visibility[i],
    platform: $aimed.platform[i], at_quality: $aimed.atQuality[i], tags: $aimed.tags[i], meta: $aimed.meta[i], fingerprint: toInteger($aimed.fingerprint[i]), sequence: $sequence}]->(m)
}
CALL (ms) {
  UNWIND $waiting AS i
  WITH ms[toInteger(i)] AS m WHERE NOT EXISTS { MATCH ()-[r:AIMED {id: m.id}]->() USING INDEX SEEK r:AIMED(id) }
  SET m:Waiting
  RETURN count(m) AS waiting
}
CALL (ps, ms) {
  UNWIND range(0, size($selves.id) - 1) AS i
  WITH ps[toInteger($selves.actor[i])] AS a, ms[toInteger($selves.object[i])] AS m, i
  CREATE (a)-[:SELF {id: $selves.id[i], kind: $selves.kind[i], at: toInteger($selves.at[i]), message: $selves.message[i], derived: $selves.derived[i], visibility: $selves.visibility[i],
    platform: $selves.platform[i], at_quality: $selves.atQuality[i], tags: $selves.tags[i], meta: $selves.meta[i], fingerprint: toInteger($selves.fingerprint[i]), sequence: $sequence}]->(m)
}
CALL (ps) {
  UNWIND range(0, size($ties.from) - 1) AS i
  WITH ps[toInteger($ties.from[i])] AS a, ps[toInteger($ties.to[i])] AS b, $ties.counter[i] AS counter, toInteger($ties.count[i]) AS n,
    toInteger($ties.private[i]) AS private, toInteger($ties.first[i]) AS first, toInteger($ties.last[i]) AS last
  MERGE (a)-[t:ENGAGES]->(b)
  ON CREATE SET t.interactions = n, t.private = private, t.first_at = first, t.last_at = last, t[counter] = n
  ON MATCH SET t.interactions = t.interactions + n, t.private = CASE WHEN private IS NULL THEN t.private ELSE coalesce(t.private, 0) + private END, t[counter] = coalesce(t[counter], 0) + n,
    t.first_at = CASE WHEN first < t.first_at OR t.first_at IS NULL THEN first ELSE t.first_at END,
    t.last_at = CASE WHEN last > t.last_at OR t.last_at IS NULL THEN last ELSE t.last_at END
}
RETURN size(ps) AS people, size(ms) AS messages, waiting
