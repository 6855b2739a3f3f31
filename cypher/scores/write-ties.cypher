// Writes the pair statistics of people's ties, relative to the landmark, where they differ. One expand per person.
UNWIND $rows AS x
MATCH (a:Person {idx: x.idx}) USING INDEX SEEK a:Person(idx)
SET a.ties_digest = x.digest
WITH a, x
MATCH (a)-[t:ENGAGES]->(b:Person)
WITH t, coalesce(x.ties[toString(b.idx)], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]) AS s
WHERE coalesce([t.effort, t.initiated, t.attention, t.obligations, t.answered_credit, t.invitations, t.answered, t.switches] <> s, true)
SET t.effort = s[0], t.initiated = s[1], t.attention = s[2], t.obligations = s[3], t.answered_credit = s[4], t.invitations = s[5], t.answered = s[6], t.switches = s[7]
RETURN count(t) AS written
