// Which of these ids, an id a line, interactions have that wait or are at oneself, by position in $ids: no constraint keeps those from sharing theirs with a reply that a message record
// implies. Two index seeks each.
CYPHER replan=skip WITH split($ids, '\n') AS ids
CALL (ids) {
  UNWIND range(0, size(ids) - 1) AS i
  MATCH ()-[r:AIMED {id: ids[i]}]->() USING INDEX SEEK r:AIMED(id)
  RETURN i, r.fingerprint AS fingerprint, false AS at_oneself
  UNION ALL
  UNWIND range(0, size(ids) - 1) AS i
  MATCH ()-[r:SELF {id: ids[i]}]->() USING INDEX SEEK r:SELF(id)
  RETURN i, r.fingerprint AS fingerprint, true AS at_oneself
}
RETURN collect(i) AS positions, collect(fingerprint) AS fingerprint, collect(at_oneself) AS at_oneself
