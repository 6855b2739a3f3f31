// Where the ledger stands, and up to where threads have been summarised by $version of the summaries, -1 where by another. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
RETURN l.sequence AS sequence, CASE l.threads_version WHEN $version THEN l.threads_sequence ELSE -1 END AS summarised
