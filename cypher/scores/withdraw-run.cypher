// Withdraws the published run while its numbers are rewritten in pieces. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.published = null
