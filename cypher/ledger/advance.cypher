// Records that this transaction wrote something. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.sequence = $sequence, l.people = $people
