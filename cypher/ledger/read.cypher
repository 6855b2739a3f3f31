// Where the graph stands: sequence of the last write, and the run that is published. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
RETURN l.sequence AS sequence, l.published AS published
