// Writes what became of interactions: the state of an invitation, and with whom a comment landed. One index seek each.
UNWIND range(0, size($ids) - 1) AS i
MATCH ()-[r:INTERACTED {id: $ids[i]}]->() USING INDEX SEEK r:INTERACTED(id)
SET r.invitation = $invitations[i], r.landing = $landings[i]
RETURN count(r) AS written
