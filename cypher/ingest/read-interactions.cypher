// Which of these interactions exist, resolved or waiting, and whether their content is the same. One index seek each.
CYPHER replan=skip CALL () {
  UNWIND range(0, size($ids) - 1) AS i
  MATCH ()-[r:INTERACTED {id: $ids[i]}]->() USING INDEX SEEK r:INTERACTED(id)
  RETURN i, r.fingerprint AS fingerprint
  UNION ALL
  UNWIND range(0, size($ids) - 1) AS i
  MATCH ()-[r:AIMED {id: $ids[i]}]->() USING INDEX SEEK r:AIMED(id)
  RETURN i, r.fingerprint AS fingerprint
}
RETURN collect(i) AS positions, collect(coalesce(fingerprint = toInteger($fingerprints[i]), false)) AS same, collect(fingerprint IS NULL) AS implied
