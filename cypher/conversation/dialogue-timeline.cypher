// The interactions between two persons, both ways, newest first and unknown times last, after ($at, $after); private ones are only counted. Linear in the
// interactions of the one with fewer.
MATCH (a:Person {id: $a}) USING INDEX SEEK a:Person(id)
MATCH (b:Person {id: $b}) USING INDEX SEEK b:Person(id)
OPTIONAL MATCH ()-[last:INTERACTED {id: $after}]->() USING INDEX SEEK last:INTERACTED(id)
CALL (a, b) {
  MATCH (a)-[r:INTERACTED]-(b)
  WITH r, r.visibility = 'direct' AS private, CASE r.at_quality WHEN 'unknown' THEN $unknown ELSE r.at END AS at ORDER BY at DESC, r.id DESC
  RETURN count(CASE WHEN private THEN r END) AS private, collect(CASE WHEN private THEN null ELSE {r: r, at: at} END) AS open
}
WITH a, b, private, size(open) AS total,
  [x IN open WHERE $at IS NULL OR x.at < $at OR x.at = $at AND x.r.id < coalesce(last.id, $after) | x.r][..$limit] AS shown
RETURN properties(a) AS a, properties(b) AS b, private, total,
  [r IN shown | r {.id, .kind, .message, object: CASE r.object WHEN r.message THEN null ELSE r.object END, at: CASE r.at_quality WHEN 'unknown' THEN null ELSE r.at END, forward: startNode(r) = a}] AS interactions
