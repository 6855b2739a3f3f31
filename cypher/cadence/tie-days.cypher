// UTC days since the epoch on which one of two accounts, both persons, acted on the other, by any kind of interaction, up to $asOf, ascending; acts of unknown time are left out. Linear in
// the interactions of the one with fewer.
UNWIND $pairs AS pair
MATCH (a:Person {idx: pair.from}) USING INDEX SEEK a:Person(idx)
MATCH (b:Person {idx: pair.to}) USING INDEX SEEK b:Person(idx)
WHERE a.kind = 'person' AND b.kind = 'person'
CALL (a, b) {
  MATCH (a)-[r:INTERACTED]-(b)
  WHERE r.at <= $asOf AND coalesce(r.at_quality, 'exact') <> 'unknown'
  WITH DISTINCT floor(r.at / 86400000.0) AS day ORDER BY day
  RETURN collect(day) AS days
}
RETURN pair.from AS from, pair.to AS to, days
