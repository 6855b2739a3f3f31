// Takes the lock that makes writers queue, and reads the counters; and how many interactions wait or are at oneself. One node, one write lock until the commit, two reads of the count store.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.key = 1
WITH l.sequence AS sequence, l.people AS people, coalesce(l.retractions, 0) AS retractions
CALL () { MATCH ()-[r:AIMED]->() RETURN count(r) AS aimed }
CALL () { MATCH ()-[r:SELF]->() RETURN count(r) AS selves }
RETURN sequence, people, retractions, aimed + selves AS apart
