// Takes the lock that makes writers queue, if this owner still has the right to score. One node, one write lock until the commit.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.key = 1
WITH l WHERE l.run_owner = $owner
RETURN l.sequence AS sequence
