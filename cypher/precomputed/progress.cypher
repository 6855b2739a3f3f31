// Where the ledger stands, and whether what is precomputed on $topics still holds: nothing was written since. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
RETURN l.sequence AS sequence, coalesce(l.precomputed_sequence = l.sequence AND l.precomputed_topics = $topics, false) AS holds
