// Who wrote to somebody, in all and by what became of it (answers in private with the others), the last first; one row each with the first $limit people. One expand.
MATCH (p:Person {idx: $idx}) USING INDEX SEEK p:Person(idx)
MATCH (p)<-[act:INTERACTED]-(q)
WITH q, act {.invitation, .at} AS r WHERE r.invitation IS NOT NULL
WITH q, r.invitation AS stored, max(r.at) AS latest
UNWIND ['ALL', CASE stored WHEN 'ANSWERED_PRIVATELY' THEN 'ANSWERED' ELSE stored END] AS state
WITH state, q, max(latest) AS last ORDER BY last DESC, q
WITH state, count(q) AS total, collect(q)[..$limit] AS people
RETURN state, total, [q IN people | properties(q)] AS people
