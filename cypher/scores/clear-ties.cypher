// Sets to nothing the statistics of ties that no longer count: all of their interactions are left out by the run's options. One expand per person.
UNWIND $rows AS x
MATCH (a:Person {idx: x.idx}) USING INDEX SEEK a:Person(idx)
MATCH (a)-[t:ENGAGES]->(b:Person)
WHERE t.effort IS NOT NULL AND NOT b.idx IN x.kept
  AND t.effort + t.initiated + t.attention + t.obligations + t.answered_credit + t.invitations + t.answered + t.switches > 0
SET t.effort = 0.0, t.initiated = 0.0, t.attention = 0.0, t.obligations = 0.0, t.answered_credit = 0.0, t.invitations = 0.0, t.answered = 0.0, t.switches = 0.0
RETURN count(t) AS written
