// UTC days since the epoch on which each person of $idx acted on another person, by any kind of interaction, up to $asOf, ascending; acts of unknown time are left out. One expand each.
UNWIND $idx AS idx
MATCH (p:Person {idx: idx}) USING INDEX SEEK p:Person(idx)
WHERE p.kind = 'person'
CALL (p) {
  MATCH (p)-[r:INTERACTED]->(q:Person)
  WHERE q.kind = 'person' AND q <> p AND r.at <= $asOf AND coalesce(r.at_quality, 'exact') <> 'unknown'
  WITH DISTINCT floor(r.at / 86400000.0) AS day ORDER BY day
  RETURN collect(day) AS days
}
RETURN idx, days
