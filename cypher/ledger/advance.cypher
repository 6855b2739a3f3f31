// Records that this transaction changed facts about people and nothing else. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
SET l.sequence = $sequence
