// How many interactions have found their target and how many still wait for it. Three count-store reads.
CALL () { MATCH ()-[r:INTERACTED]->() RETURN count(r) AS resolved }
CALL () { MATCH ()-[r:AIMED]->() RETURN count(r) AS aimed }
CALL () { MATCH (m:Waiting) RETURN count(m) AS implied }
RETURN resolved, aimed + implied AS waiting
