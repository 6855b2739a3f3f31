// How many interactions have found their target and how many still wait for it. Two count-store reads.
CALL () { MATCH ()-[r:INTERACTED]->() RETURN count(r) AS resolved }
CALL () { MATCH ()-[r:AIMED]->() RETURN count(r) AS waiting }
RETURN resolved, waiting
