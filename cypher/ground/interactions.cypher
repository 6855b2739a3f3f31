// Pages of what was observed of somebody, newest first and unknown times last, after (page.at, page.after), $limit kept; a null in a page filters nothing. Grounds are those of the
// person's view: page.stored is how page.ground is stored for what others did. What may be on a first page of page.topic is precomputed while nothing was written since; else one expand
// of each page's person in the directions of the page, and one of their messages for the replies that wait, which are maps here; quality and id are read on the way.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
WITH coalesce(l.precomputed_sequence = l.sequence, false) AS holds
UNWIND $pages AS page
MATCH (p:Person {idx: page.idx}) USING INDEX SEEK p:Person(idx)
OPTIONAL MATCH (x:Precomputed {topic: page.topic, idx: page.idx}) USING INDEX SEEK x:Precomputed(topic, idx) WHERE holds
CALL (page, p, x) {
  CALL (page, p, x) {
    WITH page, p WHERE page.given AND x IS NULL
    MATCH (p)-[r:INTERACTED]->() RETURN r
    UNION ALL
    WITH page, p WHERE page.received AND x IS NULL
    MATCH (p)<-[r:INTERACTED]-() RETURN r
    UNION ALL
    WITH page, p WHERE page.waiting AND x IS NULL
    MATCH (p)-[r:AIMED]->() RETURN r
    UNION ALL
    UNWIND x.interacted AS id
    MATCH ()-[r:INTERACTED {id: id}]->() USING INDEX SEEK r:INTERACTED(id) RETURN r
    UNION ALL
    UNWIND x.waiting AS id
    MATCH (a)-[r:AIMED {id: id}]->() USING INDEX SEEK r:AIMED(id)
    WHERE a = p
    RETURN r
    UNION ALL
    CALL (page, p, x) {
      WITH page, p WHERE page.waiting AND x IS NULL
      MATCH (p)-[:WROTE]->(c:Waiting) RETURN c
      UNION ALL
      UNWIND x.waiting AS id
      MATCH (c:Message {id: id}) USING INDEX SEEK c:Message(id)
      WHERE c:Waiting AND c.author = p.idx
      RETURN c
    }
    MATCH (c)-[reply:REPLY_TO]->()
    RETURN c {.id, kind: 'reply', at: coalesce(c.told_at, c.at), platform: p.platform, .visibility, message: c.id, reply: reply} AS r
  }
  RETURN collect(r) AS seen
}
WITH page, p, x.total AS total, CASE WHEN coalesce(page.kind, page.platform, page.ground) IS NULL THEN seen ELSE [r IN seen
  WHERE (page.kind IS NULL OR r.kind = page.kind) AND (page.platform IS NULL OR r.platform = page.platform)
    AND (page.ground IS NULL OR coalesce(r.ground, CASE WHEN r.visibility = 'direct' THEN 'PRIVATE' ELSE 'UNKNOWN' END) = CASE WHEN r IS :: MAP THEN page.ground WHEN startNode(r) = p THEN page.ground ELSE page.stored END)] END AS kept
CALL (page, kept) {
  UNWIND kept AS r
  WITH page, r, r.at AS at ORDER BY at DESC
  WHERE (page.at IS NULL OR at < page.at OR at = page.at AND r.id < page.after) AND coalesce(r.at_quality, 'exact') <> 'unknown'
  WITH r, at ORDER BY at DESC, r.id DESC LIMIT $limit
  RETURN collect(r) AS timed
}
CALL (page, kept, timed) {
  UNWIND CASE WHEN size(timed) < $limit THEN kept ELSE [] END AS r
  WITH page, r WHERE r.at_quality = 'unknown' AND (page.at IS NULL OR page.at > -9007199254740991 OR r.id < page.after)
  WITH r ORDER BY r.id DESC LIMIT $limit
  RETURN collect(r) AS untimed
}
RETURN page.key AS key, coalesce(total, size(kept)) AS total, [r IN (timed + untimed)[..$limit] | r {.id, .kind, .at, .platform, .message,
  waiting: CASE WHEN r IS :: MAP THEN true ELSE type(r) = 'AIMED' END, given: CASE WHEN r IS :: MAP THEN true ELSE startNode(r) = p END,
  private: coalesce(r.visibility = 'direct', false), known: coalesce(r.at_quality <> 'unknown', true),
  ground: coalesce(r.ground, CASE WHEN r.visibility = 'direct' THEN 'PRIVATE' ELSE 'UNKNOWN' END),
  object: CASE WHEN r IS :: MAP THEN endNode(r.reply).id WHEN type(r) = 'AIMED' THEN endNode(r).id ELSE r.object END,
  counterpart: CASE WHEN r IS :: MAP THEN null WHEN startNode(r) <> p THEN properties(startNode(r)) WHEN type(r) <> 'AIMED' THEN properties(endNode(r)) END}] AS interactions
