// Holds on to the right to score, if nobody has taken it since, also if it has run out. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
WHERE l.run_owner = $owner
SET l.run_until = timestamp() + $milliseconds
