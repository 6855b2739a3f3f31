// Where the graph stands: sequence of the last write, the run that is published, and whether a publish in pieces began and did not end. One node.
MATCH (l:Ledger {key: 1}) USING INDEX SEEK l:Ledger(key)
RETURN l.sequence AS sequence, l.published AS published, coalesce(l.rewriting, false) AS rewriting
