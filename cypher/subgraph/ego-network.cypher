// People around one person along mutual ties of at least $strength, ring by ring to $depth, $nodes in all; in a ring the strongest ties to the ring before come first, then idx; and the $edges strongest ties among them.
// A ring is looked at unless the one before was cut already, so that an exact fit still says what is beyond it: one expand of each person shown, twice.
MATCH (p:Person {id: $id}) USING INDEX SEEK p:Person(id)
CALL (p) {
  MATCH (p)-[t:MUTUAL]-(q:Person) WHERE t.strength >= $strength WITH q, t.strength AS s ORDER BY s DESC, q.idx RETURN collect(q) AS seen1
}
WITH p, seen1, seen1[..$nodes - 1] AS ring1
CALL (p, seen1, ring1) {
  UNWIND CASE WHEN $depth > 1 AND size(seen1) < $nodes THEN ring1 ELSE [] END AS a
  MATCH (a)-[t:MUTUAL]-(q:Person) WHERE t.strength >= $strength AND q <> p AND NOT q IN ring1
  WITH q, max(t.strength) AS s ORDER BY s DESC, q.idx RETURN collect(q) AS seen2
}
WITH p, seen1, ring1, seen2, seen2[..$nodes - 1 - size(ring1)] AS ring2
CALL (seen1, ring1, seen2, ring2) {
  UNWIND CASE WHEN $depth > 2 AND size(seen1) + size(seen2) < $nodes THEN ring2 ELSE [] END AS a
  MATCH (a)-[t:MUTUAL]-(q:Person) WHERE t.strength >= $strength AND NOT q IN ring1 AND NOT q IN ring2
  WITH q, max(t.strength) AS s ORDER BY s DESC, q.idx RETURN collect(q) AS seen3
}
WITH p, ring1, ring2, seen3[..$nodes - 1 - size(ring1) - size(ring2)] AS ring3, size(seen1) + size(seen2) + size(seen3) AS seen
WITH ring1, ring2, ring3, seen, [p] + ring1 + ring2 + ring3 AS ns
CALL (ns) {
  UNWIND ns AS a MATCH (a)-[t:MUTUAL]->(b:Person) WHERE t.strength >= $strength AND b IN ns WITH a, b, t.strength AS s ORDER BY s DESC, a.idx, b.idx RETURN collect({a: a.idx, b: b.idx, strength: s}) AS ties
}
RETURN [x IN ns | properties(x)] AS people, [size(ring1), size(ring2), size(ring3)] AS rings, seen - size(ns) + 1 AS dropped_nodes, ties[..$edges] AS ties, size(ties) - size(ties[..$edges]) AS dropped_edges
