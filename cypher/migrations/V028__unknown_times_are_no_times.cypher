// A message took the time that an act of unknown time had guessed; now it has that of its record and of the acts that made it at a known time, else none, which is 0.
MATCH ()-[r:INTERACTED|AIMED|SELF]->() WHERE r.at_quality = 'unknown' AND r.message IS NOT NULL
WITH DISTINCT r.message AS id
CALL (id) {
  MATCH (m:Message {id: id})<-[:WROTE]-(a:Person)
  CALL (m, a) {
    OPTIONAL MATCH (a)-[x:INTERACTED|AIMED|SELF]->()
    WHERE x.message = m.id AND x.fingerprint IS NOT NULL AND coalesce(x.at_quality, 'exact') <> 'unknown'
    RETURN min(x.at) AS known
  }
  WITH m, known, CASE WHEN m.fingerprint IS NOT NULL THEN coalesce(m.told_at, m.at) END AS told
  SET m.at = CASE WHEN told IS NULL THEN coalesce(known, 0) WHEN known < told THEN known ELSE told END
} IN TRANSACTIONS OF 1000 ROWS;
