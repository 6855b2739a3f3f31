// Who wrote to somebody, by what became of it (answers in private with the others), the last first; one row each with the first $limit people, and how many people there are in all. One
// range seek of an index for each of $states.
UNWIND $states AS stored
MATCH (q)-[r:INTERACTED]->() USING INDEX r:INTERACTED(invited, invitation, at)
WHERE r.invited = $idx AND r.invitation = stored AND r.at <= 9007199254740991
WITH CASE stored WHEN 'ANSWERED_PRIVATELY' THEN 'ANSWERED' ELSE stored END AS state, q, max(r.at) AS last ORDER BY last DESC, q
WITH state, collect(q) AS people
WITH collect([state, people]) AS parts
CALL (parts) { UNWIND parts AS part UNWIND part[1] AS q RETURN count(DISTINCT q) AS everybody }
UNWIND parts AS part
RETURN part[0] AS state, size(part[1]) AS total, [q IN part[1][..$limit] | properties(q)] AS people, everybody
