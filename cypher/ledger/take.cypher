// Takes the lock that makes writers queue, and reads the counters. One node, one write lock until the commit.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.key = 1
RETURN l.sequence AS sequence, l.people AS people, coalesce(l.retractions, 0) AS retractions
