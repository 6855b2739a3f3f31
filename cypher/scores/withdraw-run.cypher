// Withdraws the published run, and notes that numbers are rewritten in pieces. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.published = null, l.rewriting = true
