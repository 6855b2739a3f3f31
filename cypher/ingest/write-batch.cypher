// Writes one planned batch by list position: fresh people, messages and stubs, links, interactions, waiting ones, replies that wait, those at oneself, ties, and
// the ledger. A column of texts comes as one text, a line each. The comprehensions copy: a position in a concatenation is looked for part by part. Linear in the batch.
CYPHER replan=skip WITH split($freshPeople.id, '\n') AS ids, split($freshPeople.platform, '\n') AS platforms
UNWIND range(0, size($freshPeople.idx) - 1) AS i
CREATE (p:Person {id: ids[i], idx: toInteger($freshPeople.idx[i]), platform: platforms[i], local_id: substring(ids[i], size(platforms[i]) + 1), kind: 'person', sequence: $sequence})
WITH collect(p) AS fresh
CALL () { UNWIND $people AS number WITH toInteger(number) AS idx MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx) RETURN collect(p) AS old }
WITH [p IN fresh + old | p] AS ps
CALL () {
  WITH split($fresh.id, '\n') AS ids, [x IN split($fresh.conversation, '\n') | nullIf(x, '')] AS conversations, [x IN split($fresh.platform, '\n') | nullIf(x, '')] AS platforms
  UNWIND range(0, size($fresh.at) - 1) AS i
  CREATE (m:Message {id: ids[i], at: toInteger($fresh.at[i]), conversation: conversations[i], depth: toInteger($fresh.depth[i]), starter: toInteger($fresh.starter[i]),
    author: toInteger($fresh.author[i]), visibility: $fresh.visibility[i], platform: platforms[i], tags: $fresh.tags[i], facts_record: $fresh.factsRecord[i],
    parent_record: $fresh.parentRecord[i], explicit: $fresh.explicit[i], fingerprint: toInteger($fresh.fingerprint[i]), by_conversation: $fresh.byConversation[i], anonymous: $fresh.anonymous[i], told_at: toInteger($fresh.toldAt[i]), sequence: $sequence})
  RETURN collect(m) AS fresh
}
CALL () { UNWIND split($stubs, '\n') AS id CREATE (m:Message {id: id, stub: true, sequence: $sequence}) RETURN collect(m) AS stubs }
CALL () { UNWIND split($messages, '\n') AS id MATCH (m:Message {id: id}) USING INDEX SEEK m:Message(id) RETURN collect(m) AS old }
WITH ps, [m IN fresh + stubs + old | m] AS ms
CALL (ms) {
  WITH ms, [x IN split($known.conversation, '\n') | nullIf(x, '')] AS conversations, [x IN split($known.platform, '\n') | nullIf(x, '')] AS platforms
  UNWIND range(0, size($known.message) - 1) AS i
  WITH ms[toInteger($known.message[i])] AS m, i, conversations, platforms
  SET m.at = toInteger($known.at[i]), m.conversation = conversations[i], m.depth = toInteger($known.depth[i]), m.starter = toInteger($known.starter[i]),
    m.author = toInteger($known.author[i]),
    m.visibility = CASE WHEN $known.visibility[i] IS NULL THEN m.visibility WHEN $known.visibility[i] <> 'public' THEN $known.visibility[i] END,
    m.platform = CASE WHEN $known.visibility[i] IS NULL THEN m.platform ELSE platforms[i] END, m.tags = CASE WHEN $known.visibility[i] IS NULL THEN m.tags ELSE $known.tags[i] END,
    m.facts_record = $known.factsRecord[i], m.parent_record = $known.parentRecord[i],
    m.explicit = $known.explicit[i], m.fingerprint = toInteger($known.fingerprint[i]),
    m.by_conversation = coalesce($known.byConversation[i], m.by_conversation), m.anonymous = coalesce($known.anonymous[i], m.anonymous),
    m.told_at = coalesce(m.told_at, toInteger($known.toldAt[i])), m.sequence = $sequence, m.stub = null
}
CALL (ps, ms) { UNWIND range(0, size($wrote.person) - 1) AS i WITH ps[toInteger($wrote.person[i])] AS p, ms[toInteger($wrote.message[i])] AS m CREATE (p)-[:WROTE]->(m) }
CALL (ms) { UNWIND range(0, size($replies.child) - 1) AS i WITH ms[toInteger($replies.child[i])] AS c, ms[toInteger($replies.parent[i])] AS m CREATE (c)-[:REPLY_TO]->(m) }
CALL (ps) {
  WITH ps, split($interactions.id, '\n') AS ids, split($interactions.kind, '\n') AS kinds, [x IN split($interactions.object, '\n') | nullIf(x, '')] AS objects, [x IN split($interactions.message, '\n') | nullIf(x, '')] AS messages, split($interactions.ground, '\n') AS grounds, [x IN split($interactions.platform, '\n') | nullIf(x, '')] AS platforms
  UNWIND range(0, size($interactions.at) - 1) AS i
  WITH ps[toInteger($interactions.actor[i])] AS a, ps[toInteger($interactions.target[i])] AS b, i, ids, kinds, objects, messages, grounds, platforms
  CREATE (a)-[:INTERACTED {id: ids[i], kind: kinds[i], at: toInteger($interactions.at[i]), object: objects[i],
    message: messages[i], ground: grounds[i], derived: $interactions.derived[i], visibility: $interactions.visibility[i], platform: platforms[i],
    at_quality: $interactions.atQuality[i], tags: $interactions.tags[i], meta: $interactions.meta[i], fingerprint: toInteger($interactions.fingerprint[i]), sequence: $sequence}]->(b)
}
CALL (ps, ms) {
  WITH ps, ms, split($aimed.id, '\n') AS ids, split($aimed.kind, '\n') AS kinds, [x IN split($aimed.message, '\n') | nullIf(x, '')] AS messages, split($aimed.platform, '\n') AS platforms
  UNWIND range(0, size($aimed.at) - 1) AS i
  WITH ps[toInteger($aimed.actor[i])] AS a, ms[toInteger($aimed.object[i])] AS m, i, ids, kinds, messages, platforms
  CREATE (a)-[:AIMED {id: ids[i], kind: kinds[i], at: toInteger($aimed.at[i]), message: messages[i], visibility: $aimed.visibility[i],
    platform: platforms[i], at_quality: $aimed.atQuality[i], tags: $aimed.tags[i], meta: $aimed.meta[i], fingerprint: toInteger($aimed.fingerprint[i]), sequence: $sequence}]->(m)
}
CALL (ms) {
  UNWIND $waiting AS i
  WITH ms[toInteger(i)] AS m WHERE NOT EXISTS { MATCH ()-[r:INTERACTED {id: m.id}]->() USING INDEX SEEK r:INTERACTED(id) }
  SET m:Waiting
  RETURN count(m) AS waiting
}
CALL (ps, ms) {
  WITH ps, ms, split($selves.id, '\n') AS ids, split($selves.kind, '\n') AS kinds, [x IN split($selves.message, '\n') | nullIf(x, '')] AS messages, split($selves.platform, '\n') AS platforms
  UNWIND range(0, size($selves.at) - 1) AS i
  WITH ps[toInteger($selves.actor[i])] AS a, ms[toInteger($selves.object[i])] AS m, i, ids, kinds, messages, platforms
  CREATE (a)-[:SELF {id: ids[i], kind: kinds[i], at: toInteger($selves.at[i]), message: messages[i], derived: $selves.derived[i], visibility: $selves.visibility[i],
    platform: platforms[i], at_quality: $selves.atQuality[i], tags: $selves.tags[i], meta: $selves.meta[i], fingerprint: toInteger($selves.fingerprint[i]), sequence: $sequence}]->(m)
}
CALL (ps) {
  WITH ps, $freshTies.from AS froms, $freshTies.to AS tos, split($freshTies.counter, '\n') AS counters, $freshTies.count AS counts, $freshTies.private AS privates, $freshTies.first AS firsts, $freshTies.last AS lasts
  UNWIND range(0, size(froms) - 1) AS i
  WITH ps[toInteger(froms[i])] AS a, ps[toInteger(tos[i])] AS b, counters[i] AS counter, toInteger(counts[i]) AS n, toInteger(privates[i]) AS private, toInteger(firsts[i]) AS first, toInteger(lasts[i]) AS last
  CREATE (a)-[t:ENGAGES {interactions: n, private: private, first_at: first, last_at: last}]->(b)
  SET t[counter] = n
}
CALL (ps) {
  WITH ps, $ties.from AS froms, $ties.to AS tos, split($ties.counter, '\n') AS counters, $ties.count AS counts, $ties.private AS privates, $ties.first AS firsts, $ties.last AS lasts
  UNWIND range(0, size(froms) - 1) AS i
  WITH ps[toInteger(froms[i])] AS a, ps[toInteger(tos[i])] AS b, counters[i] AS counter, toInteger(counts[i]) AS n,
    toInteger(privates[i]) AS private, toInteger(firsts[i]) AS first, toInteger(lasts[i]) AS last
  MERGE (a)-[t:ENGAGES]->(b)
  ON CREATE SET t.interactions = n, t.private = private, t.first_at = first, t.last_at = last, t[counter] = n
  ON MATCH SET t.interactions = t.interactions + n, t.private = CASE WHEN private IS NULL THEN t.private ELSE coalesce(t.private, 0) + private END, t[counter] = coalesce(t[counter], 0) + n,
    t.first_at = CASE WHEN first < t.first_at OR t.first_at IS NULL THEN first ELSE t.first_at END,
    t.last_at = CASE WHEN last > t.last_at OR t.last_at IS NULL THEN last ELSE t.last_at END
}
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.sequence = $sequence, l.people = l.people + size($freshPeople.idx)
RETURN size(ps) AS people, size(ms) AS messages, waiting
