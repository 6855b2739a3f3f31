// Gives the right to score back. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
WHERE l.run_owner = $owner
SET l.run_owner = null, l.run_until = null
