// Which of these interactions exist, by position in $ids, an id a line: resolved, waiting, implied and waiting, or at oneself; and the fingerprint of what was recorded, -1 for none. Four
// index seeks each.
CYPHER replan=skip WITH split($ids, '\n') AS ids
CALL (ids) {
  UNWIND range(0, size(ids) - 1) AS i
  MATCH ()-[r:INTERACTED {id: ids[i]}]->() USING INDEX SEEK r:INTERACTED(id)
  RETURN i, r.fingerprint AS fingerprint, false AS at_oneself
  UNION ALL
  UNWIND range(0, size(ids) - 1) AS i
  MATCH ()-[r:AIMED {id: ids[i]}]->() USING INDEX SEEK r:AIMED(id)
  RETURN i, r.fingerprint AS fingerprint, false AS at_oneself
  UNION ALL
  UNWIND range(0, size(ids) - 1) AS i
  MATCH (c:Message {id: ids[i]}) USING INDEX SEEK c:Message(id)
  WHERE c:Waiting
  RETURN i, null AS fingerprint, false AS at_oneself
  UNION ALL
  UNWIND range(0, size(ids) - 1) AS i
  MATCH ()-[r:SELF {id: ids[i]}]->() USING INDEX SEEK r:SELF(id)
  RETURN i, r.fingerprint AS fingerprint, true AS at_oneself
}
RETURN collect(i) AS positions, collect(coalesce(fingerprint, -1)) AS fingerprint, collect(at_oneself) AS at_oneself
