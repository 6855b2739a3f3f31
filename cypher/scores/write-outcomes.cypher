// Writes what became of interactions: the state of an invitation with the number of whom it invited, and with whom a comment landed. One index seek each.
UNWIND range(0, size($ids) - 1) AS i
MATCH ()-[r:INTERACTED {id: $ids[i]}]->(b) USING INDEX SEEK r:INTERACTED(id)
SET r.invitation = $invitations[i], r.landing = $landings[i], r.invited = CASE WHEN $invitations[i] IS NULL THEN null ELSE b.idx END
RETURN count(r) AS written
