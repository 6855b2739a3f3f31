// Where the ledger stands, and up to where threads have been summarised. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
RETURN l.sequence AS sequence, coalesce(l.threads_sequence, -1) AS summarised
