// Who wrote to somebody, in all and by what became of it (answers in private with the others), the last first; one row each with the first $limit people. One range seek of an
// index for each of $states.
UNWIND $states AS stored
MATCH (q)-[r:INTERACTED]->() USING INDEX r:INTERACTED(invited, invitation, at)
WHERE r.invited = $idx AND r.invitation = stored AND r.at <= 9007199254740991
WITH stored, q, max(r.at) AS latest
UNWIND ['ALL', CASE stored WHEN 'ANSWERED_PRIVATELY' THEN 'ANSWERED' ELSE stored END] AS state
WITH state, q, max(latest) AS last ORDER BY last DESC, q
WITH state, count(q) AS total, collect(q)[..$limit] AS people
RETURN state, total, [q IN people | properties(q)] AS people
