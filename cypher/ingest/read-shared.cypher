// Which of these ids, an id a line, interactions have that wait or are at oneself, by position in $ids: no constraint keeps those from sharing theirs with a reply that a message record
// implies. The count store where there are none, else one index seek each.
CYPHER replan=skip CALL () { MATCH ()-[r:AIMED]->() RETURN count(r) AS aimed }
CALL () { MATCH ()-[r:SELF]->() RETURN count(r) AS selves }
WITH CASE aimed + selves WHEN 0 THEN [] ELSE split($ids, '\n') END AS ids, aimed, selves
CALL (ids, aimed, selves) {
  UNWIND CASE aimed WHEN 0 THEN [] ELSE range(0, size(ids) - 1) END AS i
  MATCH ()-[r:AIMED {id: ids[i]}]->() USING INDEX SEEK r:AIMED(id)
  RETURN i, r.fingerprint AS fingerprint, false AS at_oneself
  UNION ALL
  UNWIND CASE selves WHEN 0 THEN [] ELSE range(0, size(ids) - 1) END AS i
  MATCH ()-[r:SELF {id: ids[i]}]->() USING INDEX SEEK r:SELF(id)
  RETURN i, r.fingerprint AS fingerprint, true AS at_oneself
}
RETURN collect(i) AS positions, collect(fingerprint) AS fingerprint, collect(at_oneself) AS at_oneself
