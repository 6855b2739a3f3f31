// Which of these ids resolved interactions have, and whether only a message record implies them. One index seek each.
UNWIND $ids AS id
MATCH ()-[r:INTERACTED {id: id}]->() USING INDEX SEEK r:INTERACTED(id)
RETURN id, r.fingerprint IS NULL AS implied
