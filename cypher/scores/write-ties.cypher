// Writes pair statistics, relative to the landmark, where they differ. Two index seeks and one expand into a pair each; flat columns, since a map that rows share is counted for each of them.
UNWIND range(0, size($from) - 1) AS i
MATCH (a:Person {idx: $from[i]}) USING INDEX SEEK a:Person(idx)
MATCH (b:Person {idx: $to[i]}) USING INDEX SEEK b:Person(idx)
MATCH (a)-[t:ENGAGES]->(b)
WHERE coalesce(t.effort <> $effort[i] OR t.initiated <> $initiated[i] OR t.attention <> $attention[i] OR t.obligations <> $obligations[i]
  OR t.answered_credit <> $answered_credit[i] OR t.invitations <> $invitations[i] OR t.answered <> $answered[i] OR t.switches <> $switches[i], true)
SET t.effort = $effort[i], t.initiated = $initiated[i], t.attention = $attention[i], t.obligations = $obligations[i],
  t.answered_credit = $answered_credit[i], t.invitations = $invitations[i], t.answered = $answered[i], t.switches = $switches[i]
RETURN count(t) AS written
