// Removes interactions that no longer wait. One index seek each.
CYPHER replan=skip UNWIND $ids AS id
MATCH ()-[r:AIMED {id: id}]->() USING INDEX SEEK r:AIMED(id)
DELETE r
