// Who wrote to somebody, in all and by what became of it (answers in private with the others), the last first; one row each with the first $limit people. One expand.
MATCH (p:Person {idx: $idx}) USING INDEX SEEK p:Person(idx)
MATCH (p)<-[r:INTERACTED]-(q:Person)
WHERE r.invitation IS NOT NULL
WITH q, CASE r.invitation WHEN 'ANSWERED_PRIVATELY' THEN 'ANSWERED' ELSE r.invitation END AS outcome, max(r.at) AS latest
UNWIND ['ALL', outcome] AS state
WITH q, state, max(latest) AS last ORDER BY last DESC, q.idx
WITH state, count(q) AS total, collect(q)[..$limit] AS people
RETURN state, total, [q IN people | properties(q)] AS people
