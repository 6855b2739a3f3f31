// Who began the ties of persons with other persons, at known times: the earlier first act opens a tie, at the same instant the smaller id's; whether in a thread that the other started,
// by the first act (kind, id); and whom they acted upon for the first time since wish.since. One expand of the ties each way, and of the smaller side of each tie that they opened.
UNWIND $wishes AS wish
MATCH (p:Person {idx: wish.idx}) USING INDEX SEEK p:Person(idx)
CALL (wish, p) {
  MATCH (p)-[t:ENGAGES]->(q)
  WHERE NOT p:NonPerson AND NOT q:NonPerson AND t.first_at IS NOT NULL
  OPTIONAL MATCH (q)-[u:ENGAGES]->(p)
  WITH wish, p, q, t.first_at AS given, u.first_at AS received
  WITH *, received IS NULL OR given < received OR given = received AND p.id < q.id AS mine
  CALL (p, q, given, mine) {
    MATCH (p)-[r:INTERACTED]->(q)
    WHERE mine AND r.at = given AND coalesce(r.at_quality, 'exact') <> 'unknown'
    RETURN min([r.kind, r.id, r.ground])[2] AS ground
  }
  RETURN count(*) AS acted, count(received) AS both, sum(CASE WHEN mine THEN 1 ELSE 0 END) AS opened,
    sum(CASE WHEN ground = 'THEIRS' THEN 1 ELSE 0 END) AS on_their_ground, sum(CASE WHEN given >= wish.since THEN 1 ELSE 0 END) AS reached
}
CALL (p) { MATCH (p)<-[t:ENGAGES]-(q) WHERE NOT p:NonPerson AND NOT q:NonPerson AND t.first_at IS NOT NULL RETURN count(*) AS acted_upon }
WITH wish, acted + acted_upon - both AS ties, opened, on_their_ground, reached
RETURN wish.key AS key, ties, opened, CASE WHEN ties > 0 THEN 1.0 * opened / ties END AS opened_share, on_their_ground, reached
